import { planId, planTitle } from "../table/names";
import { sayTasks } from "./read-project";
import type { NamedCalendar } from "./plan-calendars";
import { nameCalendars, sayCalendar } from "./plan-calendars";
import type { Length, Project, ProjectTask } from "./project";

/** A project as a plan file says it, with notes on what a plan has no place for. */
export function planDocument(
  project: Project,
  name: string,
): { readonly document: unknown; readonly notes: readonly string[] } {
  const days = project.calendar === null ? null : sayCalendar(project.calendar);
  const calendars = nameCalendars(project);
  const lengths = { day: days?.dayMinutes ?? project.minutesPerDay, week: days?.weekMinutes ?? project.minutesPerWeek };
  const ids = new Map(project.tasks.map(({ uid, id }) => [uid, id]));
  const kept = project.resources.map((resource) => ({ ...resource, id: `resource-${resource.uid}` }));
  const needs = new Map(kept.map(({ uid, id }) => [uid, id]));
  const steps = project.tasks.map((task) => stepOf(task, { ids, lengths, needs, calendars }));
  const plan = {
    id: planId(name),
    title: project.title ?? planTitle(name),
    start: project.start?.slice(0, 10) ?? null,
    ...(days === null ? {} : { calendar: days.words }),
    calendars: Object.fromEntries([...calendars.values()].map(({ name, words }) => [name, words])),
  };
  const resources = kept.map(({ id, title, kind }) => ({ id, title, kind: kind === "cost" ? "budget" : "tool" }));
  return { document: { uptake: 1, plan, steps, resources }, notes: [...project.notes, ...leftOut(project, ids)] };
}

interface Context {
  readonly ids: ReadonlyMap<string, string>;
  readonly needs: ReadonlyMap<string, string>;
  readonly calendars: ReadonlyMap<string, NamedCalendar>;
  readonly lengths: { readonly day: number; readonly week: number };
}

function stepOf(task: ProjectTask, { ids, lengths, needs, calendars }: Context): Record<string, unknown> {
  const { id, title, notes: description, owner, duration, links, summary } = task;
  return {
    id,
    title,
    description,
    owner,
    start: startOf(task)?.replace(/T00:00$/, "") ?? null,
    duration: summary || duration === null ? null : spell(duration, lengths),
    calendar: summary || task.calendar === null ? null : (calendars.get(task.calendar)?.name ?? null),
    parent: task.parent === null ? null : (ids.get(task.parent) ?? null),
    needs: task.needs.flatMap((uid) => needs.get(uid) ?? []),
    after: links.flatMap(({ uid, type, lag }) => {
      const step = ids.get(uid);
      return step === undefined ? [] : [{ step, type, lag: lag.amount === 0 ? "0" : spell(lag, lengths) }];
    }),
  };
}

/** Must start on (2) and start no earlier than (4) are a step's own day. */
function startOf({ constraint: { type, on }, manualStart }: ProjectTask): string | null {
  return manualStart ?? (type === 2 || type === 4 ? on : null);
}

/** What a plan has no place for, each kind once with the tasks it was found on. */
function leftOut({ tasks }: Project, ids: ReadonlyMap<string, string>): readonly string[] {
  const kinds: readonly (readonly [(task: ProjectTask) => boolean, string])[] = [
    [
      ({ actualStart, percentComplete }) => actualStart !== null || percentComplete > 0,
      "in progress or done: progress is not kept in a plan.",
    ],
    [({ deadline }) => deadline !== null, "under a deadline of its own: it is not kept in a plan."],
    [
      (task) => task.constraint.type !== 0 && startOf(task) === null,
      "constrained in a way that is not kept in a plan.",
    ],
    [
      ({ hasBaseline }) => hasBaseline,
      "with a baseline: a plan takes its baseline when it is agreed, so it was left out.",
    ],
    [({ others }) => others.length > 0, "assigned to several people: the first owns it, the others were left out."],
    [
      ({ links }) => links.some(({ uid }) => !ids.has(uid)),
      "linked to tasks that this file does not hold: those links were left out.",
    ],
  ];
  return kinds.flatMap(([holds, words]) => {
    const found = tasks.filter(holds).map(({ id }) => id);
    return found.length === 0 ? [] : [`${sayTasks(found)} ${words}`];
  });
}

/** The unit it was shown in, where that is exact; hours or minutes otherwise. */
function spell({ amount, unit, elapsed }: Length, lengths: Context["lengths"]): string {
  if (unit === "%") return `${amount}%`;
  const size = elapsed
    ? { m: 1, h: 60, d: 1440, w: 10_080, mo: 1440 }[unit]
    : { m: 1, h: 60, d: lengths.day, w: lengths.week, mo: lengths.day }[unit];
  const shown = unit === "mo" ? "d" : unit;
  const count = amount / size;
  const isExact = Math.abs(count * 100 - Math.round(count * 100)) < 1e-9;
  const mark = elapsed ? "e" : "";
  if (isExact) return `${Math.round(count * 100) / 100}${mark}${shown}`;
  return amount % 60 === 0 ? `${amount / 60}${mark}h` : `${Math.round(amount)}${mark}m`;
}
