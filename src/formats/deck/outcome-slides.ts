import type { OutcomeView, SnapshotView } from "#contract/adoption";
import { sayDay } from "#domain/calendar/say-day";
import { instantOf } from "#domain/calendar/zone";
import { bare } from "./bare";
import { ageOf } from "./how-old";
import type { Slide } from "./deck";
import { verdictOf } from "./verdict-of";

/** What the system was bought for, a KPI a slide. A reading is as old as the start of the day it was read on. */
export function outcomeSlides({ outcomes, plan }: SnapshotView, now: number): readonly Slide[] {
  return outcomes.map((outcome) => {
    const last = newestReading(outcome);
    return {
      ...bare,
      ...ageOf(last === null ? null : instantOf(last.on, "00:00", plan.zone), now),
      id: `kpi ${outcome.kpi}`,
      kind: "outcome",
      title: outcome.title,
      verdict: verdictOf(outcome.verdict),
      figure:
        last === null ? null : `${last.value.toLocaleString("en")}${outcome.unit === "" ? "" : ` ${outcome.unit}`}`,
      sentence: outcome.sentence,
      notes: [
        outcome.owner === null ? "Nobody owns it." : `Owned by ${outcome.owner}.`,
        `Mapped to ${outcome.milestone}.`,
        ...(last === null ? [] : [`Last read on ${sayDay(last.on)}.`]),
      ],
      takesComment: true,
      chart: outcome.planned.length + outcome.readings.length < 2 ? { kind: "none" } : { kind: "planned", outcome },
    };
  });
}

function newestReading({ readings }: OutcomeView): OutcomeView["readings"][number] | null {
  return readings.reduce<OutcomeView["readings"][number] | null>(
    (last, reading) => (last === null || reading.on >= last.on ? reading : last),
    null,
  );
}
