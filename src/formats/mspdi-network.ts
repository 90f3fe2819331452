import type { Calendar } from "#domain/calendar/calendar";
import { continuousCalendar } from "#domain/calendar/calendar";
import { instantOf } from "#domain/calendar/zone";
import type { DatedPin, LinkLag, Network, Pin, Progress, Task } from "#domain/schedule/network";
import type { Project, ProjectCalendar, ProjectLink, ProjectTask } from "./mspdi/project";
import { readProject } from "./mspdi/read-project";
import { maxFileBytes, tooLarge } from "./read-result";

export type NetworkResult =
  | { readonly kind: "network"; readonly network: Network; readonly notes: readonly string[] }
  | { readonly kind: "refused"; readonly message: string; readonly mend: string };

/** MS Project keeps wall-clock times and no zone; any zone without summer time reads them back as they were. */
const zone = "UTC";

/** A project file as a network, with its constraints, deadlines, progress and the exact hours of its calendar. */
export function readProjectNetwork(text: string, name: string): NetworkResult {
  if (text.length > maxFileBytes) {
    const [finding] = tooLarge(name).findings;
    return { kind: "refused", message: finding?.message ?? "", mend: finding?.mend ?? "" };
  }
  const read = readProject(text, name);
  if (read.kind === "refused") return read;
  const { project } = read;
  const ids = new Map(project.tasks.map(({ uid, id }) => [uid, id]));
  const start =
    project.start ??
    project.tasks.map(({ constraint }) => constraint.on).find((on) => on !== null) ??
    "2000-01-03T08:00";
  // Tasks of one calendar share one object, and so one clock.
  const calendars = new Map([...project.calendars].map(([uid, own]) => [uid, calendarOf(project, own)]));
  const network: Network = {
    start: instant(start),
    calendar: calendarOf(project, project.calendar),
    tasks: project.tasks.map((task) => ({ ...taskOf(task, ids), calendar: ownCalendar(task, calendars) })),
    links: project.tasks.flatMap((task) =>
      task.links.flatMap(({ uid, type, lag }) => {
        const from = ids.get(uid);
        return from === undefined ? [] : [{ from, to: task.id, type, lag: lagOf(lag) }];
      }),
    ),
  };
  return { kind: "network", network, notes: project.notes };
}

function ownCalendar({ calendar, summary }: ProjectTask, calendars: ReadonlyMap<string, Calendar>): Calendar | null {
  return calendar === null || summary ? null : (calendars.get(calendar) ?? null);
}

function calendarOf({ minutesPerDay, minutesPerWeek }: Project, calendar: ProjectCalendar | null): Calendar {
  const week = calendar?.week ?? [];
  if (!calendar || week.every((shifts) => shifts.length === 0)) return continuousCalendar(zone);
  return {
    kind: "working",
    zone,
    week: calendar.week,
    exceptions: calendar.exceptions,
    dayMinutes: minutesPerDay,
    weekMinutes: minutesPerWeek,
  };
}

function taskOf(task: ProjectTask, ids: ReadonlyMap<string, string>): Task {
  const { id, title, duration, deadline } = task;
  return {
    id,
    title,
    duration: span(duration?.amount ?? 0, duration?.elapsed ?? false),
    parent: task.parent === null ? null : (ids.get(task.parent) ?? null),
    pin: pinOf(task),
    deadline: deadline === null ? null : instant(deadline),
    progress: progressOf(task),
  };
}

function span(minutes: number, elapsed: boolean) {
  return elapsed ? { work: 0, elapsed: minutes } : { work: minutes, elapsed: 0 };
}

/** Constraint types of the MSPDI schema from 2 on. */
const dated: Readonly<Record<number, DatedPin>> = {
  2: "must-start-on",
  3: "must-finish-on",
  4: "start-no-earlier-than",
  5: "start-no-later-than",
  6: "finish-no-earlier-than",
  7: "finish-no-later-than",
};

function pinOf({ constraint, manualStart, summary }: ProjectTask): Pin {
  if (manualStart !== null && !summary) return { kind: "by-hand", at: instant(manualStart) };
  const kind = dated[constraint.type];
  if (kind !== undefined && constraint.on !== null) return { kind, at: instant(constraint.on) };
  return { kind: constraint.type === 1 ? "as-late-as-possible" : "as-soon-as-possible" };
}

/** A task may say that it is half done without saying when it began; MS Project then began it when it was due. */
function progressOf({
  actualStart,
  actualFinish,
  remaining,
  duration,
  percentComplete,
  scheduled,
  summary,
}: ProjectTask): Progress {
  const start = actualStart ?? (percentComplete > 0 ? scheduled.start : null);
  if (start === null || summary) return { kind: "waiting" };
  const finish = actualFinish ?? (percentComplete === 100 ? scheduled.finish : null);
  if (finish !== null) return { kind: "finished", start: instant(start), finish: instant(finish) };
  const left = remaining ?? ((duration?.amount ?? 0) * (100 - percentComplete)) / 100;
  return { kind: "started", start: instant(start), remaining: span(Math.round(left), duration?.elapsed ?? false) };
}

function lagOf({ amount, unit, elapsed }: ProjectLink["lag"]): LinkLag {
  return unit === "%" ? { kind: "percent", percent: amount } : { kind: "span", ...span(amount, elapsed) };
}

function instant(moment: string): number {
  const [day = "", time = "00:00"] = moment.split("T");
  return instantOf(day, time, zone);
}
