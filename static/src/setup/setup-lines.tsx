import type { SetupLine } from "#contract/setup";

interface Props {
  readonly title: string;
  readonly says: string;
  readonly lines: readonly SetupLine[];
}

/** One kind of change with the reason of each. */
export function SetupLines({ title, says, lines }: Props) {
  if (lines.length === 0) return null;
  return (
    <section className="group stack stack-tight">
      <h3>
        {title} ({lines.length})
      </h3>
      <p className="faint">{says}</p>
      <ul className="setup-lines">
        {lines.map((line) => (
          <li key={`${line.what} ${line.why}`}>
            <span>{line.what}</span>
            <span className="subtle">{line.why}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
