import { startOf } from "#domain/adoption/clock";
import type { CohortClock } from "#domain/adoption/cohort";
import { concentration } from "#domain/adoption/concentration";
import type { Concentration } from "#domain/adoption/concentration";
import type { PersonFacts, WorkedWeek } from "#domain/adoption/facts";
import { userAdoption } from "#domain/adoption/shares";
import type { UserAdoption } from "#domain/adoption/shares";
import { daysFromTo, latestDays, weekThree, workOf } from "#domain/adoption/work";
import type { Work } from "#domain/adoption/work";
import { addDays } from "#domain/calendar/day";
import { isWorkingDay } from "#domain/calendar/working-day";
import { dayAt, instantOf } from "#domain/calendar/zone";
import { findCalendar } from "#domain/plan/plan-calendar";
import type { Plan } from "#domain/plan/plan";
import { goLiveDays } from "./plan-clock";

export interface WorkInput {
  readonly plan: Plan;
  readonly people: readonly PersonFacts[];
  readonly worked: readonly WorkedWeek[];
  readonly clock: CohortClock;
}

/** Hours of week 3 of each person whose wave has it behind it, most first; null while no wave has. */
export function weekThreeHours({ plan, people, worked, clock }: WorkInput): readonly number[] | null {
  const cutDay = dayAt(clock.cut, plan.zone);
  const work = workOf(worked);
  const windows = new Map(
    [...goLiveDays(plan)].map(([wave, day]) => [wave, weekThree(day)] as const).filter(([, { last }]) => last < cutDay),
  );
  if (windows.size === 0) return null;
  const hours = people.flatMap((person) => {
    const window = windows.get(person.wave ?? "");
    if (window === undefined || !isProvisioned(person, window, { clock, zone: plan.zone })) return [];
    return [hoursOf(person.person, daysFromTo(window.first, window.last), work)];
  });
  return hours.toSorted((a, b) => b - a);
}

export function weekThreeWork(input: WorkInput): Concentration | null {
  const hours = weekThreeHours(input);
  return hours === null ? null : concentration(hours);
}

/** The working days of the last seven complete days. */
export function usualDay({ plan, people, worked, clock }: WorkInput): UserAdoption | null {
  const calendar = findCalendar(plan);
  const work = workOf(worked);
  const days = latestDays(dayAt(clock.cut, plan.zone)).filter(
    (day) => calendar === null || isWorkingDay(calendar, day),
  );
  return userAdoption(
    days.map((day) => {
      const there = people.filter((person) =>
        isProvisioned(person, { first: day, last: day }, { clock, zone: plan.zone }),
      );
      const active = there.filter(({ person }) => work.hours(person, day) > 0).length;
      return { day, active, provisioned: there.length };
    }),
  );
}

interface Window {
  readonly first: string;
  readonly last: string;
}

/** Started when the first day began, and still there when the last was over. */
function isProvisioned(
  person: PersonFacts,
  { first, last }: Window,
  at: { clock: CohortClock; zone: string },
): boolean {
  const start = startOf(person, { ...at.clock, start: "go-live" });
  if (start === null || start > instantOf(first, "00:00", at.zone)) return false;
  return person.leftAt === null || person.leftAt >= instantOf(addDays(last, 1), "00:00", at.zone);
}

function hoursOf(person: number, days: readonly string[], work: Work): number {
  return days.reduce((sum, day) => sum + work.hours(person, day), 0);
}
