import type { EditedField, StepEdit } from "#contract/plan-page";
import type { Plan } from "#domain/plan/plan";
import { count } from "../parts/share";
import { isOvertaken, valueIn } from "./edit-trail";
import type { Edits } from "./use-edits";

interface Props {
  /** As Jira holds it. */
  readonly plan: Plan;
  readonly edits: Edits;
  readonly onReview: () => void;
}

/** What this person has changed and Jira does not know yet: always in sight, so that nobody believes it is done. */
export function PendingEdits({ plan, edits, onReview }: Props) {
  const { edits: list } = edits;
  if (list.length === 0 && !edits.canUndo && !edits.canRedo) return null;
  const overtaken = list.filter((edit) => isOvertaken(edit, plan)).length;
  return (
    <section className="pending" aria-label="Changes that are not in Jira yet">
      <div className="row row-apart">
        <p aria-live="polite">
          <strong>{list.length === 0 ? "Nothing changed" : count(list.length, "change")}</strong>
          {list.length === 0 ? ": Jira and this page say the same." : ", not in Jira yet. Only you see them."}
        </p>
        <div className="row">
          <button type="button" className="button" disabled={!edits.canUndo} onClick={edits.undo} title="Ctrl+Z">
            Undo
          </button>
          <button type="button" className="button" disabled={!edits.canRedo} onClick={edits.redo} title="Ctrl+Shift+Z">
            Redo
          </button>
          {list.length === 0 ? null : (
            <button type="button" className="button button-primary" onClick={onReview}>
              Review and send to Jira
            </button>
          )}
        </div>
      </div>
      {overtaken === 0 ? null : (
        <p className="missing">
          Jira has changed {overtaken === 1 ? "one of these values" : `${String(overtaken)} of these values`} meanwhile:
          look at the list before sending.
        </p>
      )}
      {list.length === 0 ? null : <EditList plan={plan} list={list} onDrop={edits.drop} />}
    </section>
  );
}

interface ListProps {
  readonly plan: Plan;
  readonly list: readonly StepEdit[];
  readonly onDrop: Edits["drop"];
}

function EditList({ plan, list, onDrop }: ListProps) {
  const titles = new Map(plan.steps.map(({ id, title }) => [id, title]));
  return (
    <details>
      <summary>What has changed</summary>
      <ul className="pending-list">
        {list.map((edit) => (
          <li key={`${edit.step} ${edit.field}`}>
            <span>
              <strong>{titles.get(edit.step)}</strong> · {fieldNames[edit.field]}: <del>{said(edit.was)}</del> →{" "}
              <ins>{said(edit.value)}</ins>
              {isOvertaken(edit, plan) ? ` (Jira says ${said(valueIn(edit, plan))} now)` : ""}
            </span>
            <button type="button" className="link" onClick={() => onDrop(edit)}>
              Take back
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="link" onClick={() => onDrop(null)}>
        Take all of them back
      </button>
    </details>
  );
}

const fieldNames: Readonly<Record<EditedField, string>> = {
  title: "name",
  owner: "owner",
  start: "start",
  duration: "length",
  after: "after",
  phase: "phase",
  wave: "wave",
  stream: "stream",
  side: "side",
  description: "description",
};

function said(value: string | null): string {
  return value ?? "nothing";
}
