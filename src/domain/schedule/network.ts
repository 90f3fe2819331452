import type { Calendar } from "#domain/calendar/calendar";
import type { Span } from "#domain/calendar/duration";

/** What can be scheduled: tasks, what they wait for, and when work happens. Instants are milliseconds since 1970. */
export interface Network {
  readonly start: number;
  readonly calendar: Calendar;
  readonly tasks: readonly Task[];
  readonly links: readonly Link[];
  /** Where progress stands: what remains of a started task is not scheduled before it. */
  readonly status?: number | null | undefined;
}

export interface Task {
  readonly id: string;
  readonly title: string;
  /** Work and elapsed time; both 0 is a milestone. A task with children takes its dates from them. */
  readonly duration: Span;
  readonly parent: string | null;
  readonly pin: Pin;
  readonly deadline: number | null;
  readonly progress: Progress;
  /** When it is worked, where that is not when the rest is; tasks with children have none. */
  readonly calendar?: Calendar | null;
}

/** When a task may lie, besides its links. The names are those of MS Project, and so is the meaning. */
export type Pin =
  | { readonly kind: "as-soon-as-possible" }
  | { readonly kind: "as-late-as-possible" }
  | { readonly kind: DatedPin | NamedDay; readonly at: number };

export type DatedPin =
  | "start-no-earlier-than"
  | "start-no-later-than"
  | "must-start-on"
  | "finish-no-earlier-than"
  | "finish-no-later-than"
  | "must-finish-on";

/**
 * `planned-for` starts no earlier than its day, and is named when it cannot start on it: somebody counts on the day.
 * `by-hand` stays where somebody put it and yet may slip, as a manually scheduled task of MS Project.
 */
export type NamedDay = "planned-for" | "by-hand";

export type Progress =
  | { readonly kind: "waiting" }
  | { readonly kind: "started"; readonly start: number; readonly remaining: Span }
  | { readonly kind: "finished"; readonly start: number; readonly finish: number };

export interface Link {
  readonly from: string;
  readonly to: string;
  readonly type: LinkType;
  readonly lag: LinkLag;
}

/** Finish or start of the first, to start or finish of the second. */
export type LinkType = "FS" | "SS" | "FF" | "SF";

/** Time between the two ends, negative to overlap; or a part of the predecessor's own duration. */
export type LinkLag = ({ readonly kind: "span" } & Span) | { readonly kind: "percent"; readonly percent: number };

/** Why a network cannot be scheduled at all. */
export type Fault =
  | { readonly kind: "duplicate-id"; readonly id: string }
  | { readonly kind: "unknown-step"; readonly from: string; readonly to: string; readonly missing: string }
  | { readonly kind: "unknown-parent"; readonly id: string; readonly parent: string }
  | { readonly kind: "parent-loop"; readonly ids: readonly string[] }
  | { readonly kind: "negative-duration"; readonly id: string };
