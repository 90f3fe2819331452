import type { Dependency } from "#domain/plan/plan";
import { holdsBack } from "#domain/plan/holds-back";
import type { StepRow } from "./step-row";

/** A step on the other end of a dependency. */
export interface Neighbour {
  readonly row: StepRow;
  /** How the two hang together: `starts after it ends, 2d later`. */
  readonly words: string;
  readonly holds: boolean;
}

export interface Neighbours {
  readonly before: readonly Neighbour[];
  readonly after: readonly Neighbour[];
}

/** What a step waits for and what waits for it. */
export function neighboursOf(row: StepRow, rows: readonly StepRow[]): Neighbours {
  const byId = new Map(rows.map((one) => [one.item, one]));
  return {
    before: row.step.after.flatMap((link) => {
      const other = byId.get(link.step);
      return other === undefined ? [] : [{ row: other, words: sayLink(link), holds: holds(link, other) }];
    }),
    after: rows.flatMap((other) =>
      other.step.after
        .filter(({ step }) => step === row.item)
        .map((link) => ({ row: other, words: sayLink(link), holds: holds(link, row) })),
    ),
  };
}

function holds({ type }: Dependency, { status }: StepRow): boolean {
  return holdsBack(type, status ?? { category: "new" });
}

const kinds = {
  FS: "end to start",
  SS: "start to start",
  FF: "end to end",
  SF: "start to end",
} as const;

function sayLink({ type, lag }: Dependency): string {
  if (lag === "0") return kinds[type];
  return lag.startsWith("-") ? `${kinds[type]}, ${lag.slice(1)} of overlap` : `${kinds[type]}, then ${lag}`;
}

/** `You may start: 2 of 2 predecessors are done.` */
export function sayMayStart(row: StepRow, { before }: Neighbours): string {
  if (row.done) return "This step is done.";
  const free = before.filter((one) => !one.holds).length;
  if (before.length === 0) return "You may start: nothing has to come first.";
  const isFree = free === before.length;
  const many = before.length === 1 ? "predecessor is" : "predecessors are";
  const isDone = !isFree || before.every(({ row: { done } }) => done);
  return `${isFree ? "You may start" : "Wait"}: ${String(free)} of ${String(before.length)} ${many} ${isDone ? "done" : "out of the way"}.`;
}
