import type { StepPanel } from "#contract/panel";
import { count } from "../parts/share";
import { fieldName } from "../sync/field-words";
import { TextChange } from "../sync/field-diff";
import { NamesContext, useNames } from "../sync/use-names";

/** Edited in Jira and not yet in the plan: nothing is wrong with that, but whoever keeps the file should know. */
export function StepDrift({ drift }: Pick<StepPanel, "drift">) {
  const accounts = drift.flatMap(({ field, was, now }) => (field === "assignee" ? [was ?? "", now ?? ""] : []));
  const names = useNames(accounts);
  if (drift.length === 0) return null;
  return (
    <details className="stack stack-tight">
      <summary>{count(drift.length, "difference")} from the plan since the last sync</summary>
      <dl className="diffs">
        {drift.map(({ field, was, now }) => (
          <div key={field} className="diff">
            <dt>{fieldName(field)}</dt>
            <dd>
              <NamesContext value={names}>
                <TextChange field={field} before={was} after={now} />
              </NamesContext>
            </dd>
          </div>
        ))}
      </dl>
      <p className="faint">The next sync takes these from Jira, unless the file has changed them, too.</p>
    </details>
  );
}
