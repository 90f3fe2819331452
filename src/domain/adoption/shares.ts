import { wilson } from "#domain/statistics/proportion";
import type { Estimate } from "#domain/statistics/proportion";
import { level } from "./help-desk";

/** A part of a whole with Wilson's interval; without a whole it is undefined, not 0. */
export interface PartOf extends Estimate {
  readonly part: number;
  readonly whole: number;
}

export function partOf(part: number, whole: number): PartOf {
  return { part, whole, ...wilson(part, whole, level) };
}

/** How many of those provisioned worked in the system on one working day. Logging in is no work. */
export interface WorkingDay {
  readonly day: string;
  readonly active: number;
  readonly provisioned: number;
}

export interface UserAdoption extends PartOf {
  /** The day whose share is the median; null without a day on which anybody was provisioned. */
  readonly day: string | null;
  readonly days: readonly WorkingDay[];
}

/**
 * N1: active people ÷ provisioned, per working day; the median day stands for them all, so that one quiet Friday is not the
 * measure. Of an even number of days it is the lower of the middle two, whose counts are real and carry an interval.
 */
export function userAdoption(days: readonly WorkingDay[]): UserAdoption {
  const sorted = days
    .filter(({ provisioned }) => provisioned > 0)
    .toSorted((a, b) => a.active * b.provisioned - b.active * a.provisioned || (a.day < b.day ? -1 : 1));
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (middle === undefined) return { ...partOf(0, 0), day: null, days };
  return { ...partOf(middle.active, middle.provisioned), day: middle.day, days };
}

export interface FieldFilled {
  readonly field: string;
  readonly filled: number;
  readonly records: number;
}

export interface Completeness extends PartOf {
  /** The emptiest first: where to look. */
  readonly fields: readonly (FieldFilled & { readonly share: number | null })[];
}

/** N2: filled mandatory cells ÷ all of them, not the mean of the fields. */
export function completeness(fields: readonly FieldFilled[]): Completeness {
  const filled = fields.reduce((sum, field) => sum + field.filled, 0);
  const cells = fields.reduce((sum, field) => sum + field.records, 0);
  const rows = fields.map((field) => ({ ...field, share: field.records === 0 ? null : field.filled / field.records }));
  const emptiest = rows.toSorted((a, b) => (a.share ?? 2) - (b.share ?? 2) || (a.field < b.field ? -1 : 1));
  return { ...partOf(filled, cells), fields: emptiest };
}

export interface Goal {
  readonly due: string;
  readonly metOn: string | null;
}

/** N3: of the goals due by the day, those met by then. A goal met after its day still counts as met; one not due yet counts nowhere. */
export function goalsMet(goals: readonly Goal[], day: string): PartOf {
  const due = goals.filter((goal) => goal.due <= day);
  return partOf(due.filter(({ metOn }) => metOn !== null && metOn <= day).length, due.length);
}

export interface Cases {
  readonly process: string;
  readonly conforming: number;
  readonly cases: number;
}

/** N4: cases that followed the new workflow ÷ all cases, pooled over the processes. */
export function compliance(rows: readonly Cases[]): PartOf {
  const sum = (pick: (row: Cases) => number): number => rows.reduce((total, row) => total + pick(row), 0);
  return partOf(
    sum(({ conforming }) => conforming),
    sum(({ cases }) => cases),
  );
}
