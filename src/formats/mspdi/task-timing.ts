import { addDays } from "#domain/calendar/day";
import type { ProjectTask } from "./project";
import type { DayLengths } from "./spell-length";
import { spellLength } from "./spell-length";

/** Must start on (2) and start no earlier than (4) are a step's own day, and so is the day of a task that is scheduled by hand. */
export function startOf({ constraint: { type, on }, manualStart, summary }: ProjectTask): string | null {
  const start = (summary ? null : manualStart) ?? (type === 2 || type === 4 ? on : null);
  return beginOf(start);
}

/** What a task says of time beyond its day and its length, as a plan file says it. */
export function timingOf(task: ProjectTask, lengths: DayLengths): Record<string, unknown> {
  const { deadline, baseline } = task;
  return {
    constraint: constraintOf(task),
    deadline: endOf(deadline),
    progress: progressOf(task, lengths),
    baseline: baseline === null ? null : { start: beginOf(baseline.start), finish: endOf(baseline.finish) },
  };
}

function beginOf(moment: string | null): string | null {
  return moment?.replace(/T00:00$/, "") ?? null;
}

/** What ends as a day begins takes all of the day before. */
function endOf(moment: string | null): string | null {
  return moment?.endsWith("T00:00") === true ? addDays(moment.slice(0, 10), -1) : moment;
}

/** Constraint types of the MSPDI schema that name a day and are no start. */
const dated: Readonly<Record<number, string>> = {
  3: "must-finish-on",
  5: "start-no-later-than",
  6: "finish-no-earlier-than",
  7: "finish-no-later-than",
};

function constraintOf({ constraint: { type, on }, manualStart, summary }: ProjectTask): unknown {
  if (manualStart !== null && !summary) return "by-hand";
  if (type === 1) return "as-late-as-possible";
  if (type === 2) return on === null ? null : "must-start-on";
  const kind = dated[type];
  return kind === undefined || on === null ? null : { [kind]: type === 5 ? beginOf(on) : endOf(on) };
}

/** A task may say that it is half done without saying when it began; MS Project then began it when it was due. */
function progressOf(task: ProjectTask, lengths: DayLengths): unknown {
  const { actualStart, actualFinish, percentComplete: percent, scheduled, remaining, duration } = task;
  if (actualStart === null && percent === 0) return null;
  const finished = actualFinish ?? (percent === 100 ? scheduled.finish : null);
  const left =
    finished !== null || remaining === null || duration === null
      ? null
      : spellLength({ ...duration, amount: remaining }, lengths);
  return { percent, started: beginOf(actualStart ?? scheduled.start), finished: endOf(finished), remaining: left };
}
