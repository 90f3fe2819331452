/** The parts by which a service space narrows down what is about the new system. */
export interface Narrowing {
  readonly space: string;
  readonly component: string;
  readonly label: string;
  readonly requestType: string;
}

/** JQL for what is filled in; empty as long as no space is named, because Jira takes no search without bounds. */
export function narrowedJql({ space, component, label, requestType }: Narrowing): string {
  if (space.trim() === "") return "";
  const terms = [
    ["project", space],
    ["component", component],
    ["labels", label],
    ['"Request Type"', requestType],
  ] as const;
  return terms
    .filter(([, value]) => value.trim() !== "")
    .map(([field, value]) => `${field} = ${quoted(value.trim())}`)
    .join(" AND ");
}

/** The query of a look: everything it finds, or what changed within so many minutes; in an order that new work items do not disturb. */
export function lookJql(jql: string, minutes: number | null): string {
  const own = withoutOrder(jql);
  return `${minutes === null ? own : `(${own}) AND updated >= -${minutes}m`} ORDER BY key ASC`;
}

/** JQL without the order it may end with; the same words inside quotes are somebody's text. */
export function withoutOrder(jql: string): string {
  const bare = jql.replaceAll(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/gs, (text) => "_".repeat(text.length));
  const at = bare.search(/\border\s+by\b/i);
  return (at < 0 ? jql : jql.slice(0, at)).trim();
}

function quoted(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
