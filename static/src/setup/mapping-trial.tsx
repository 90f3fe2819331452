import { useState } from "react";
import Button from "@atlaskit/button/default/button";
import type { RefusalView } from "#contract/reply";
import type { SetupView } from "#contract/setup";
import { ask, flag, refusalOf } from "../bridge";
import { AskedFor } from "../parts/asked-for";
import { RefusalNote } from "../parts/refusal-note";
import { useAsk } from "../parts/use-ask";
import type { Chosen } from "./change-mapping";
import { SetupLines } from "./setup-lines";

interface Props {
  readonly space: SetupView["space"];
  readonly chosen: Chosen;
  readonly onSaved: () => void;
}

/** A dry run of another mapping: what it means for what is there first, then what set-up would have to change. */
export function MappingTrial({ space, chosen, onSaved }: Props) {
  const { state, again } = useAsk("setupPreview", { space: space.key, ...chosen });
  return (
    <AskedFor state={state} what="what would change" onAgain={again}>
      {(view) => (
        <div className="stack">
          <Effects view={view} />
          <SetupLines title="Create" says="New in this site or space." lines={view.creates} />
          <SetupLines title="Change" says="Already there and extended." lines={view.changes} />
          <SetupLines title="By hand" says="Jira lets no app do these." lines={view.manual} />
          <Save key={view.hash} view={view} chosen={chosen} onSaved={onSaved} onStale={again} />
        </div>
      )}
    </AskedFor>
  );
}

function Effects({ view: { effects, creates, changes } }: { readonly view: SetupView }) {
  if (effects.length > 0) {
    return (
      <section className="note note-refused">
        <h3>What is there already</h3>
        <ul className="setup-lines">
          {effects.map(({ what, why }) => (
            <li key={what}>
              <strong>{what}</strong>
              <span>{why}</span>
            </li>
          ))}
        </ul>
      </section>
    );
  }
  const rest = creates.length + changes.length === 0 ? " The site itself stays as it is, too." : "";
  return <p>No work item and no link of a plan is affected.{rest}</p>;
}

interface SaveProps extends Omit<Props, "space"> {
  readonly view: SetupView;
  readonly onStale: () => void;
}

/** What was read and ticked holds for one answer: another answer is read anew. */
function Save({ view, chosen, onSaved, onStale }: SaveProps) {
  const [isKnown, setKnown] = useState(view.effects.length === 0);
  const [refusal, setRefusal] = useState<RefusalView | null>(null);
  const [sending, setSending] = useState(false);
  const save = async () => {
    setSending(true);
    setRefusal(null);
    try {
      await ask("setupApply", { space: view.space.key, ...chosen, hash: view.hash });
      flag({ type: "success", title: `${view.space.name} uses what you chose` });
      onSaved();
    } catch (error) {
      setRefusal(refusalOf(error));
      setSending(false);
    }
  };
  return (
    <div className="stack stack-tight">
      {view.effects.length === 0 ? null : (
        <label className="check">
          <input type="checkbox" checked={isKnown} onChange={({ target }) => setKnown(target.checked)} />I have read
          what happens to what is there already.
        </label>
      )}
      {refusal === null ? null : <RefusalNote refusal={refusal} onAgain={onStale} />}
      <div className="row">
        <Button appearance="primary" isDisabled={!isKnown} isLoading={sending} onClick={() => void save()}>
          Save
        </Button>
      </div>
    </div>
  );
}
