import type { RaciRow } from "./raci-row";

export interface RaciChange {
  readonly task: string;
  readonly field: "row" | "accountable" | "responsible" | "consulted" | "informed";
  readonly before: string;
  readonly after: string;
}

/** What has changed since the grid was published with the purchase order (M28). The order of names within a cell says nothing. */
export function raciChanges(published: readonly RaciRow[], now: readonly RaciRow[]): readonly RaciChange[] {
  const tasks = [...new Set([...published, ...now].map(({ task }) => task))];
  return tasks.flatMap((task): readonly RaciChange[] => {
    const before = published.find((row) => row.task === task);
    const after = now.find((row) => row.task === task);
    if (!before || !after) return [{ task, field: "row", before: before ? task : "", after: after ? task : "" }];
    return cells.flatMap((field) => {
      const change = { task, field, before: cell(before, field), after: cell(after, field) };
      return change.before === change.after ? [] : [change];
    });
  });
}

const cells = ["accountable", "responsible", "consulted", "informed"] as const;

function cell(row: RaciRow, field: (typeof cells)[number]): string {
  const held = row[field];
  return typeof held === "string" ? held : (held ?? []).toSorted().join(", ");
}
