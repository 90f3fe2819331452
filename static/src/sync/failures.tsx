import type { RunView } from "#contract/sync";

const mostShown = 50;

/** Each with what happened and the one thing that mends it. */
export function Failures({ failures }: Pick<RunView, "failures">) {
  const more = failures.length - mostShown;
  return (
    <ul className="rows">
      {failures.slice(0, mostShown).map((failure, at) => (
        <li key={`${failure.item} ${String(at)}`} className="note note-refused">
          <strong>{failure.title}</strong>
          <p>{failure.message}</p>
          <p className="note-mend">{failure.mend}</p>
        </li>
      ))}
      {more > 0 ? <li className="subtle">and {more.toLocaleString("en")} more</li> : null}
    </ul>
  );
}
