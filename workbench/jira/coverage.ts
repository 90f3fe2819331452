import type { Route } from "./router";

/** The table of `COVERAGE.md`: every route that is played, and what an app needs to call it. */
export function coverage(routes: readonly Route[]): string {
  const rows = routes.map(
    ({ method, pattern, scopes }) => `| ${method} | \`${pattern}\` | ${scopes.join(", ") || "–"} |`,
  );
  return [
    "# What the embedded Jira plays",
    "",
    `${routes.length} operations of Jira Cloud's REST API; \`/rest/api/2\` and \`/rest/api/latest\` reach the same ones. Anything else is answered with 501.`,
    "",
    "| method | path | scopes of an app |",
    "|---|---|---|",
    ...rows.toSorted((left, right) => pathOf(left).localeCompare(pathOf(right), "en")),
    "",
  ].join("\n");
}

function pathOf(row: string): string {
  const [, method, path] = row.split(" | ").join("|").split("|");
  return `${path} ${method}`;
}
