import { useState } from "react";
import Button from "@atlaskit/button/default/button";
import type { SetupView } from "#contract/setup";
import { ask, flag, refusalOf } from "../bridge";
import { AskedFor } from "../parts/asked-for";
import { RefusalNote } from "../parts/refusal-note";
import { SetupLines } from "./setup-lines";
import { TypeChoices } from "./type-choices";
import type { Use } from "./type-choices";
import type { RefusalView } from "#contract/reply";
import { useAsk } from "../parts/use-ask";

interface Props {
  readonly space: string;
  readonly onApplied: () => void;
}

const createAll: Use = { plan: null, step: null, risk: null, rollback: null };

/** Every change before it happens, then one button. The preview follows the choice of types. */
export function SetUp({ space, onApplied }: Props) {
  const [use, setUse] = useState(createAll);
  const { state, again } = useAsk("setupPreview", { space, use });
  return (
    <AskedFor state={state} what="what set-up would change" onAgain={again}>
      {(view) => (
        <div className="stack">
          <TypeChoices candidates={view.candidates} use={use} onChange={setUse} />
          <Changes view={view} />
          <ApplySetUp view={view} use={use} onApplied={onApplied} onStale={again} />
        </div>
      )}
    </AskedFor>
  );
}

function Changes({ view }: { readonly view: SetupView }) {
  return (
    <>
      <SetupLines
        title="Create"
        says="New in this site or space. An uninstall leaves them in place."
        lines={view.creates}
      />
      <SetupLines title="Use" says="Already there and used as they are." lines={view.maps} />
      <SetupLines
        title="Change"
        says="Already there and extended. Each can be taken back by removing the set-up."
        lines={view.changes}
      />
      <SetupLines
        title="By hand"
        says="Jira lets no app do these. Do them when it suits; the health check finds them."
        lines={view.manual}
      />
    </>
  );
}

interface ApplyProps {
  readonly view: SetupView;
  readonly use: Use;
  readonly onApplied: () => void;
  readonly onStale: () => void;
}

function ApplySetUp({ view, use, onApplied, onStale }: ApplyProps) {
  const [refusal, setRefusal] = useState<RefusalView | null>(null);
  const [sending, setSending] = useState(false);
  const changes = view.creates.length + view.changes.length;
  const apply = async () => {
    setSending(true);
    setRefusal(null);
    try {
      await ask("setupApply", { space: view.space.key, use, hash: view.hash });
      flag({ type: "success", title: `${view.space.name} is set up` });
      onApplied();
    } catch (error) {
      setRefusal(refusalOf(error));
    }
    setSending(false);
  };
  return (
    <footer className="stack stack-tight">
      {refusal === null ? null : <RefusalNote refusal={refusal} onAgain={onStale} />}
      <div className="row">
        <Button appearance="primary" isLoading={sending} onClick={() => void apply()}>
          {changes === 0 ? "Confirm: nothing to change" : `Set up ${view.space.name}`}
        </Button>
        <span className="subtle">
          {view.space.key} · {view.space.managed}-managed
        </span>
      </div>
    </footer>
  );
}
