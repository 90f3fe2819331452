import { useState } from "react";
import type { PlanSummary } from "#contract/plans";
import type { NewSecretView, SourceView } from "#contract/sources";
import { ask, flag, flagRefusal } from "../bridge";
import { AskedFor } from "../parts/asked-for";
import { CountedItems } from "../counting/counted-items";
import { Customers } from "../people/customers";
import { Teams } from "../people/teams";
import { ErasePerson } from "../people/erase-person";
import { NewSecret } from "./new-secret";
import { NewSource } from "./new-source";
import { StorageMeter } from "./storage-meter";
import { UploadEvents } from "./upload-events";
import { SourceCard } from "./source-card";
import { PeopleImport } from "../people/people-import";
import { useAsk } from "../parts/use-ask";

/** Who reports usage, under which key, and who the people are. */
export function SettingsScreen({ plan }: { readonly plan: PlanSummary }) {
  const { state, again } = useAsk("listSources", { plan: plan.id });
  return (
    <AskedFor state={state} what="the sources" onAgain={again}>
      {(sources) => (
        <div className="stack stack-wide">
          <Sources plan={plan.id} sources={sources} onChanged={again} />
          <CountedItems plan={plan.id} />
          <UploadEvents plan={plan} />
          <PeopleImport plan={plan.id} />
          <Teams plan={plan} />
          <Customers plan={plan.id} />
          <StorageMeter plan={plan.id} />
          <ErasePerson plan={plan.id} />
        </div>
      )}
    </AskedFor>
  );
}

interface Props {
  readonly plan: string;
  readonly sources: readonly SourceView[];
  readonly onChanged: () => void;
}

function Sources({ plan, sources, onChanged }: Props) {
  const [made, setMade] = useState<NewSecretView | null>(null);
  const [busy, setBusy] = useState(false);
  const carryOut = async (asked: Promise<NewSecretView | null>) => {
    setBusy(true);
    try {
      const answer = await asked;
      setMade(answer);
      onChanged();
      if (answer === null) flag({ type: "success", title: "Source removed" });
    } catch (error) {
      flagRefusal(error);
    }
    setBusy(false);
  };
  return (
    <section className="stack">
      <h2>Sources of usage</h2>
      <p className="subtle">
        A system that reports what people do, signed with its own key. Names become numbers as they come in.
      </p>
      {made === null ? null : <NewSecret made={made} plan={plan} onClose={() => setMade(null)} />}
      {sources.length === 0 ? (
        <p>No system reports here yet. Without any source, here or counted from Jira, the second gate stays locked.</p>
      ) : null}
      {sources.map((source) => (
        <SourceCard
          key={source.id}
          source={source}
          busy={busy}
          onRotate={() => void carryOut(ask("rotateSource", { plan, source: source.id }))}
          onRemove={() => void carryOut(ask("removeSource", { plan, source: source.id }))}
        />
      ))}
      <NewSource busy={busy} onCreate={(name) => void carryOut(ask("createSource", { plan, name }))} />
    </section>
  );
}
