import type { StepRow } from "../timeline/step-row";

export interface StepFilter {
  readonly words: string;
  readonly show: Show;
  readonly owner: string | null;
  readonly phase: string | null;
  readonly stream: string | null;
  readonly side: string | null;
}

export type Show = "all" | "open" | "critical" | "late" | "findings" | "edited";

export type Chosen = "owner" | "phase" | "stream" | "side";

export const allSteps: StepFilter = { words: "", show: "all", owner: null, phase: null, stream: null, side: null };

/** Every word must occur somewhere in the row, in any order. */
export function filterSteps(rows: readonly StepRow[], filter: StepFilter): readonly StepRow[] {
  const words = filter.words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return rows.filter((row) => isShown(row, filter) && words.every((word) => textOf(row).includes(word)));
}

export function isFiltered(filter: StepFilter): boolean {
  return JSON.stringify(filter) !== JSON.stringify(allSteps);
}

/** The words among which one may choose, in order. */
export function wordsOf(rows: readonly StepRow[], field: Chosen): readonly string[] {
  const words = rows.map((row) => wordOf(row, field));
  return [...new Set(words.filter((word) => word !== null))].toSorted((a, b) => a.localeCompare(b));
}

function wordOf({ owner, step }: StepRow, field: Chosen): string | null {
  return field === "owner" ? owner : step[field];
}

function textOf({ title, key, item, owner, status, step }: StepRow): string {
  return [title, key, item, step.phase, owner, status?.name].join(" ").toLowerCase();
}

function isShown(row: StepRow, filter: StepFilter): boolean {
  const chosen = ["owner", "phase", "stream", "side"] as const;
  if (chosen.some((field) => filter[field] !== null && filter[field] !== wordOf(row, field))) return false;
  switch (filter.show) {
    case "all":
      return true;
    case "open":
      return !row.done;
    case "critical":
      return row.critical;
    case "late":
      return row.isLate;
    case "findings":
      return row.findings.length > 0;
    case "edited":
      return row.edited.size > 0;
  }
}
