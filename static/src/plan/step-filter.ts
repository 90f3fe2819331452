import type { PlanTableRow } from "#contract/plans";

export interface StepFilter {
  readonly words: string;
  readonly show: "all" | "open" | "critical" | "late";
  readonly owner: string | null;
}

export const allSteps: StepFilter = { words: "", show: "all", owner: null };

/** Every word must occur somewhere in the row, in any order. */
export function filterSteps(rows: readonly PlanTableRow[], filter: StepFilter): readonly PlanTableRow[] {
  const words = filter.words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return rows.filter((row) => {
    const text = [row.title, row.key, row.item, row.phase, row.owner, row.status].join(" ").toLowerCase();
    return isShown(row, filter) && words.every((word) => text.includes(word));
  });
}

function isShown(row: PlanTableRow, filter: StepFilter): boolean {
  if (filter.owner !== null && row.owner !== filter.owner) return false;
  switch (filter.show) {
    case "all":
      return true;
    case "open":
      return !row.done;
    case "critical":
      return row.critical;
    case "late":
      return !row.done && row.slackDays !== null && row.slackDays < 0;
  }
}
