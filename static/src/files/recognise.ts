import type { Grid } from "#formats/read-grid";

/** Headings that only one tool writes, in lower case; the first tool whose words all stand there is named. */
const marks: readonly (readonly [string, readonly string[]])[] = [
  ["Jira export", ["summary", "issue key", "issue type"]],
  ["Asana export", ["task id", "assignee email", "section/column"]],
  ["ClickUp export", ["task name", "date created text"]],
  ["ClickUp export", ["task id", "task content"]],
  ["Smartsheet export", ["task name", "predecessors", "% complete", "assigned to"]],
  ["monday.com export", ["name", "timeline - start", "timeline - end"]],
  ["MS Project table", ["outline level", "duration", "predecessors"]],
  ["MS Project table", ["task name", "resource names", "predecessors"]],
];

/** Which tool the table seems to come from; null: none that is known by its headings. */
export function recognise(grid: Grid): string | null {
  const headings = new Set(grid.columns.map(({ heading }) => heading.toLowerCase().replaceAll("_", " ")));
  return marks.find(([, words]) => words.every((word) => headings.has(word)))?.[0] ?? null;
}
