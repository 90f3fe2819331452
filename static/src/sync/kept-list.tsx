import type { UndoView } from "#contract/sync";
import { Windowed } from "./windowed";

/** Line by line, because it may be most of a run; what to do about it is the same for all. */
export function KeptList({ kept }: Pick<UndoView, "kept">) {
  const lines = kept.map((one, at) => ({ ...one, id: String(at) }));
  return (
    <>
      <div className="kept" tabIndex={0} role="group" aria-label="What stays">
        <Windowed label="What stays" lines={lines} keyOf={({ id }) => id}>
          {({ title, message }) => (
            <div className="line">
              {title} <span className="faint">{message}</span>
            </div>
          )}
        </Windowed>
      </div>
      <p className="note-mend">Open them in Jira and take back by hand what should go.</p>
    </>
  );
}
