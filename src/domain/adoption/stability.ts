import { daysBetween } from "#domain/calendar/day";
import { partOf } from "./shares";
import type { PartOf } from "./shares";

export interface Dated {
  readonly id: string;
  /** Null where no day is set. */
  readonly finish: string | null;
}

export interface Stability {
  /** Of the steps that have a day in both, those that finish no later than the baseline said. */
  readonly onTime: PartOf;
  /** Days later than the baseline, of the step that slipped most; 0 when none did. */
  readonly worstSlipDays: number;
  readonly slipped: readonly { readonly id: string; readonly days: number }[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** N5: on time and within scope, against the baseline. A step that finishes earlier pays for no other that slips. */
export function stability(baseline: readonly Dated[], now: readonly Dated[]): Stability {
  const before = new Map(baseline.map(({ id, finish }) => [id, finish]));
  const after = new Set(now.map(({ id }) => id));
  const moved = now.flatMap(({ id, finish }) => {
    const was = before.get(id) ?? null;
    return was === null || finish === null ? [] : [{ id, days: daysBetween(was, finish) }];
  });
  const slipped = moved.filter(({ days }) => days > 0).toSorted((a, b) => b.days - a.days || (a.id < b.id ? -1 : 1));
  return {
    onTime: partOf(moved.length - slipped.length, moved.length),
    worstSlipDays: slipped[0]?.days ?? 0,
    slipped,
    added: now.flatMap(({ id }) => (before.has(id) ? [] : [id])),
    removed: baseline.flatMap(({ id }) => (after.has(id) ? [] : [id])),
  };
}
