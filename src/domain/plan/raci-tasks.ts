import type { RaciRow } from "./raci-row";

/** The rows an implementation adds to a delivery's RACI (M26), under the names people give them. */
export const raciTasks = [
  { task: "configure", title: "Configure", also: ["configuration"] },
  { task: "test-live-data", title: "Test with live data", also: ["test with live data", "live data test"] },
  { task: "coach-super-users", title: "Coach super-users", also: ["coach super users", "coach superusers"] },
  { task: "decommission-legacy", title: "Decommission legacy", also: ["decommission legacy systems", "decommission"] },
] as const;

export function isTask(row: RaciRow, { task, title, also }: (typeof raciTasks)[number]): boolean {
  const said = plain(row.task);
  return [task, title, ...also].some((name) => plain(name) === said);
}

/** The grid with the four rows present, empty where nobody has been named. */
export function withRaciTasks(rows: readonly RaciRow[]): readonly RaciRow[] {
  const missing = raciTasks.filter((task) => !rows.some((row) => isTask(row, task)));
  return [
    ...rows,
    ...missing.map(({ task }) => ({ task, accountable: null, responsible: [], consulted: [], informed: [] })),
  ];
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
