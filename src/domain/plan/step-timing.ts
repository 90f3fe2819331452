/** What a step says of time beyond its day and its length. */
export interface StepTiming {
  readonly constraint: Constraint | null;
  /** A day, or a minute of one, by which it has to be finished; it moves nothing, and missing it is named. */
  readonly deadline: string | null;
  readonly progress: StepProgress | null;
  readonly baseline: StepBaseline | null;
}

/**
 * When a step may lie, beyond a day of its own; the names and their meaning are those of MS Project. `must-start-on` and `by-hand` hold the
 * step's own `start` against its predecessors, and a step that has a start is held by nothing else.
 */
export type Constraint =
  | { readonly kind: UndatedConstraint }
  | {
      readonly kind: DatedConstraint;
      /** A day, the last moment of it for a finish, or a minute of one: `2026-03-02T13:00`. */
      readonly on: string;
    };

export type UndatedConstraint = "as-late-as-possible" | "must-start-on" | "by-hand";

export type DatedConstraint =
  | "must-finish-on"
  | "start-no-later-than"
  | "finish-no-earlier-than"
  | "finish-no-later-than";

/** How far a step was when its file was written. Once it is a work item, its status says it. */
export interface StepProgress {
  /** 0 to 100; null where only days are known. */
  readonly percent: number | null;
  readonly started: string | null;
  readonly finished: string | null;
  /** The length that is left, in the words of a duration. */
  readonly remaining: string | null;
}

/** The dates once agreed on, as a file brought them. */
export interface StepBaseline {
  readonly start: string | null;
  readonly finish: string | null;
}

/** Midnight ends the day before it: a finish on a day may take all of it. */
export function isFinish({ kind }: Constraint): boolean {
  return kind === "must-finish-on" || kind === "finish-no-earlier-than" || kind === "finish-no-later-than";
}

/** When a step began, as far as its plan says so; null where nothing was said of progress, or not since when. */
export function beganOn({ start, progress }: StepTiming & { readonly start: string | null }): string | null {
  if (progress === null) return null;
  const { started, finished, percent } = progress;
  return started ?? (finished !== null || (percent ?? 0) > 0 ? start : null);
}

/** A day of its own holds a step before any constraint does, and a constraint that holds that day needs one. */
export function isIdle(step: StepTiming & { readonly start: string | null; readonly anchor: unknown }): boolean {
  const { constraint, start, anchor } = step;
  if (constraint === null) return false;
  const holdsDay = constraint.kind === "must-start-on" || constraint.kind === "by-hand";
  return (start !== null || anchor !== null) !== holdsDay;
}
