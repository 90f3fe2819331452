import { ordered } from "#domain/calendar/ordered";
import type { Happening } from "#domain/calendar/ordered";
import type { RiskTag } from "#domain/plan/plan";

/** What counts of a risk at an instant. */
export interface Standing {
  readonly isOpen: boolean;
  readonly tag: RiskTag;
  readonly likelihood: number;
  readonly impact: number;
}

/** A risk as it is now, and the entries of its changelog that say how it became so. */
export interface RiskRecord {
  readonly id: string;
  readonly createdAt: number;
  readonly now: Standing;
  readonly changes: readonly RiskChange[];
}

export type RiskChange = Happening &
  (
    | { readonly field: "isOpen"; readonly from: boolean; readonly to: boolean }
    | { readonly field: "tag"; readonly from: RiskTag; readonly to: RiskTag }
    | { readonly field: "likelihood" | "impact"; readonly from: number; readonly to: number }
  );

export interface Moment {
  readonly at: number;
  readonly standing: Standing;
}

export interface Replayed {
  readonly id: string;
  /** From its creation on, each change that made a difference. */
  readonly moments: readonly Moment[];
  /** Whether each entry starts where the one before it ended, and the last at what is shown now. */
  readonly isWhole: boolean;
}

/**
 * A changelog says nothing of how an item was created: each field began as its first entry's `from`, or as it still is. An entry
 * that does not fit is believed for what it leads to, since that is what people saw from then on.
 */
export function replay({ id, createdAt, now, changes }: RiskRecord): Replayed {
  const entries = ordered(changes);
  let standing = entries.toReversed().reduce<Standing>((after, change) => withValue(after, change, change.from), now);
  let isWhole = true;
  const moments: Moment[] = [{ at: createdAt, standing }];
  for (const change of entries) {
    if (standing[change.field] !== change.from) isWhole = false;
    standing = withValue(standing, change, change.to);
    moments.push({ at: Math.max(createdAt, change.at), standing });
  }
  const isAsNow = (["isOpen", "tag", "likelihood", "impact"] as const).every((field) => standing[field] === now[field]);
  return { id, moments, isWhole: isWhole && isAsNow };
}

function withValue(standing: Standing, { field }: RiskChange, value: RiskChange["to"]): Standing {
  return { ...standing, [field]: value };
}
