import type { RollbackRun } from "#contract/rollbacks";
import { ItemLink } from "../parts/item-link";
import type { Place } from "./place";

/** Whom to tell: one task an audience, with how many belonged to it when the run began. */
export function Notices({ run, place }: { readonly run: RollbackRun; readonly place: Place }) {
  if (run.notices.length === 0) return null;
  const isMissing = run.notices.some(({ key }) => key === null);
  return (
    <div className="stack stack-tight">
      <h4>Tell</h4>
      <ul className="bullets">
        {run.notices.map(({ audience, people, messages, key }) => (
          <li key={audience}>
            <strong>{audience}</strong> ({people}) by {messages.map(({ channel }) => channel).join(" and ")}:{" "}
            {key === null ? "the task could not be made yet" : <ItemLink itemKey={key} />}
          </li>
        ))}
      </ul>
      {isMissing && place.canEdit ? (
        <div className="row">
          <button
            type="button"
            className="button"
            disabled={place.busy}
            onClick={() => void place.act("announceAgain", { ...place.of, run: run.id })}
          >
            Make the missing tasks
          </button>
        </div>
      ) : null}
    </div>
  );
}
