import type { SymptomView } from "#contract/adoption";
import { newestOf } from "#domain/adoption/observation";
import type { Observation, ObservationKind } from "#domain/adoption/observation";
import { legacyReports, powerUsers, shadowWork, ticketSurge } from "#domain/adoption/symptoms";
import type { Sighting } from "#domain/adoption/symptoms";
import { fewestForConcentration } from "#domain/adoption/concentration";
import { addDays, daysBetween } from "#domain/calendar/day";
import { dayAt, instantOf } from "#domain/calendar/zone";
import type { Basis } from "./basis";
import { goLiveDays } from "./plan-clock";
import { weekThreeWork } from "./work-evidence";

/** So many days are "lately". */
const latelyDays = 28;

const titles: Readonly<Record<Sighting["symptom"], string>> = {
  "ticket-surge": "Tickets after go-live against defects before it",
  "shadow-work": "Work beside the system",
  "power-users": "Everybody was trained, few do the work",
  "legacy-reports": "Old reports are still asked for",
};

/** Y1 to Y4, of the whole plan whichever wave is looked at: a symptom is no number about a group. */
export function symptoms(basis: Basis): readonly SymptomView[] {
  const { input, cut, cuts } = basis;
  const goLive = [...goLiveDays(input.plan).values()].toSorted()[0];
  if (goLive === undefined || cut === null || !cuts.total) return [];
  const today = dayAt(input.now, input.plan.zone);
  if (today < goLive) return [];
  const found = [
    surge(basis, goLive),
    powerUsers({ topShare: topShare(basis), attendance: newestShare(input.observations, "attendance") }),
    shadow(input.observations, goLive, today),
    legacyReports({
      byDepartment: lately(input.observations, "legacy", today),
      migrated: newestShare(input.observations, "migrated"),
    }),
  ];
  return found.map(({ symptom, seen, sentence }) => ({ symptom, title: titles[symptom], seen, sentence }));
}

/** Before go-live only what was found in testing counts: defects, and what nobody marked as anything else. From then on everything does. */
function surge({ input, clock }: Basis, goLive: string): Sighting {
  const { zone } = input.plan;
  const live = instantOf(goLive, "00:00", zone);
  const [before, after] = [{ count: 0, unmarked: 0, first: live - 1 }, { count: 0 }];
  for (const { tickets } of input.people) {
    for (const { at, about } of tickets) {
      if (at < live) {
        if (about !== null && about !== "defect") continue;
        before.count += 1;
        before.unmarked += about === null ? 1 : 0;
        before.first = Math.min(before.first, at);
      } else if (at <= clock.cut) after.count += 1;
    }
  }
  return ticketSurge(
    { count: after.count, from: goLive, to: dayAt(clock.cut, zone) },
    { count: before.count, unmarked: before.unmarked, from: dayAt(before.first, zone), to: addDays(goLive, -1) },
  );
}

function topShare({ input, clock }: Basis): number | null {
  const found = weekThreeWork({ plan: input.plan, people: input.people, worked: input.worked, clock });
  return found === null || found.people < fewestForConcentration ? null : found.estimate;
}

function shadow(observations: readonly Observation[], goLive: string, today: string): Sighting {
  const split = addDays(today, -latelyDays);
  const own = observations.filter(({ kind, day }) => kind === "shadow" && day > goLive && day <= today);
  const recent = own.filter(({ day }) => day > split).length;
  const before = Math.max(0, daysBetween(goLive, split));
  return shadowWork(
    { count: recent, exposure: Math.min(latelyDays, daysBetween(goLive, today)) },
    { count: own.length - recent, exposure: before },
  );
}

function lately(observations: readonly Observation[], kind: ObservationKind, today: string): Record<string, number> {
  const from = addDays(today, -latelyDays);
  const own = observations.filter((seen) => seen.kind === kind && seen.day > from && seen.day <= today);
  return Object.fromEntries([...Map.groupBy(own, ({ name }) => name)].map(([name, seen]) => [name, seen.length]));
}

function newestShare(observations: readonly Observation[], kind: ObservationKind): number | null {
  const newest = [...newestOf(observations, kind).values()];
  const whole = newest.reduce((sum, seen) => sum + (seen.whole ?? 0), 0);
  return whole === 0 ? null : newest.reduce((sum, seen) => sum + seen.part, 0) / whole;
}
