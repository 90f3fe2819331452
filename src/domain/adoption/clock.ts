import type { Calendar } from "#domain/calendar/calendar";
import { workClock } from "#domain/calendar/work-clock";
import type { AdoptionClock } from "#domain/plan/plan";
import type { PersonFacts } from "./facts";

export const usualClock: AdoptionClock = { start: "go-live", unit: "elapsed" };

/** The convention as it stands beside every number. */
export function clockWords({ start, unit }: AdoptionClock): string {
  return `From the later of go-live and access${laterOf[start]}, in ${unit} days.`;
}

const laterOf = {
  "go-live": "",
  "training-end": ", but not before the end of training",
  "first-login": ", but not before the first login",
} as const;

export interface Starts {
  /** Go-live of each wave; a wave without one has not started. */
  readonly goLive: Readonly<Record<string, number>>;
  /** When training is over; null while nobody has said. */
  readonly trainingEnd: number | null;
  readonly start: AdoptionClock["start"];
}

/** C1: where a person's clock starts; null while the instant it would start from is not known. */
export function startOf(person: PersonFacts, { goLive, trainingEnd, start }: Starts): number | null {
  const live = goLive[person.wave ?? ""];
  if (live === undefined) return null;
  const usual = Math.max(live, person.accessAt ?? live);
  if (start === "go-live") return usual;
  const other = start === "training-end" ? trainingEnd : person.firstLoginAt;
  return other === null ? null : Math.max(usual, other);
}

export type CountDays = (from: number, to: number) => number;

export const elapsedDays: CountDays = (from, to) => (to - from) / 86_400_000;

/** C2: days of the calendar's own length, counting working time only. What is done out of hours took no working time. */
export function workingDays(calendar: Calendar): CountDays {
  const clock = workClock(calendar);
  return (from, to) => Math.max(0, clock.worked(to / 60_000) - clock.worked(from / 60_000)) / calendar.dayMinutes;
}
