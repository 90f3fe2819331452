import type { Route } from "./router";

/** The text of `COVERAGE.md`: every route that is played, and what an app needs to call it. */
export function coverage(routes: readonly Route[]): string {
  const sorted = routes.toSorted((left, right) => left.pattern.localeCompare(right.pattern, "en"));
  return `# What the embedded Jira plays

${routes.length} operations of Jira Cloud's REST API; \`/rest/api/2\` and \`/rest/api/latest\` reach the same ones. Anything else is answered with 501.

${sorted.map(({ method, pattern, scopes }) => `- \`${method} ${pattern}\` ${scopes.join(", ")}`.trimEnd()).join("\n")}
`;
}
