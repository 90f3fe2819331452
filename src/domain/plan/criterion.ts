import type { Comparison, Criterion } from "./plan";

export type CriterionState = "pending" | "met" | "failed";

/** Evidence: a value at a moment, or two counts of which the criterion asks the share, as 9,990 of 10,000. */
export type Reading = { readonly at: number } & (
  | { readonly value: number }
  | { readonly actual: number; readonly expected: number }
);

export interface CriterionWindow {
  /** Instants in milliseconds; `from` null: since ever, `by` null: no deadline. */
  readonly from: number | null;
  readonly by: number | null;
}

/**
 * Whether a criterion is met, failed or still open at `now` (M8). `by`: any reading up to the deadline that holds meets it, and the deadline
 * passing without one fails it. `throughout`: any reading in the window that does not hold fails it at once, and only the closing of the
 * window, with at least one reading to show for it, meets it. The deadline itself still counts.
 */
export function judgeCriterion(
  criterion: Criterion,
  readings: readonly Reading[],
  { now, window }: { readonly now: number; readonly window: CriterionWindow },
): CriterionState {
  const { from, by } = window;
  const inside = readings.filter(({ at }) => at <= now && (from === null || at >= from) && (by === null || at <= by));
  const closed = by !== null && now > by;
  if (criterion.holds === "throughout") {
    if (inside.some((reading) => !holds(criterion, reading))) return "failed";
    if (by === null || now < by) return "pending";
    return inside.length > 0 ? "met" : closed ? "failed" : "pending";
  }
  if (inside.some((reading) => holds(criterion, reading))) return "met";
  return closed ? "failed" : "pending";
}

/** A share is compared by cross-multiplication, so that 9,990 of 10,000 is exactly 99.9 %. */
export function holds({ op, value, unit }: Pick<Criterion, "op" | "value" | "unit">, reading: Reading): boolean {
  if ("value" in reading) return compare(reading.value, op, value);
  if (reading.expected <= 0) return false;
  const scale = 10 ** decimalsOf(value);
  const asked = Math.round(value * scale);
  const whole = unit.trim() === "%" ? 100 : 1;
  return compareWhole(BigInt(reading.actual) * BigInt(whole * scale), op, BigInt(asked) * BigInt(reading.expected));
}

export function compare(left: number, op: Comparison, right: number): boolean {
  return judge(op, Math.sign(left - right));
}

function compareWhole(left: bigint, op: Comparison, right: bigint): boolean {
  return judge(op, left === right ? 0 : left < right ? -1 : 1);
}

function judge(op: Comparison, sign: number): boolean {
  switch (op) {
    case ">":
      return sign > 0;
    case ">=":
      return sign >= 0;
    case "<":
      return sign < 0;
    case "<=":
      return sign <= 0;
    case "=":
      return sign === 0;
  }
}

function decimalsOf(value: number): number {
  const [, decimals = "", exponent = "0"] = /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  return Math.max(0, decimals.length - Number(exponent));
}
