interface Props {
  readonly account: string;
  /** Null until Jira has answered. */
  readonly names: ReadonlyMap<string, string> | null;
}

/** A name as Jira shows it to whoever looks. It has its place in the table before it is known. */
export function PersonName({ account, names }: Props) {
  if (names === null) return <span className="person" aria-label="Loading the name" />;
  return <span className="person">{names.get(account) ?? <span className="faint">no name to show</span>}</span>;
}
