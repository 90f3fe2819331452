import { planId, planTitle } from "../table/names";
import { sayTasks } from "./read-project";
import type { NamedCalendar } from "./plan-calendars";
import { nameCalendars, sayCalendar } from "./plan-calendars";
import type { Project, ProjectResource, ProjectTask } from "./project";
import type { DayLengths } from "./spell-length";
import { spellLength } from "./spell-length";
import { startOf, timingOf } from "./task-timing";

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
  const resources = kept.map(({ id, title, kind }) => ({ id, title, kind: kindWords[kind] }));
  return { document: { uptake: 1, plan, steps, resources }, notes: [...project.notes, ...leftOut(project, ids)] };
}

const kindWords: Readonly<Record<ProjectResource["kind"], string>> = {
  material: "tool",
  cost: "budget",
  person: "person",
};

interface Context {
  readonly ids: ReadonlyMap<string, string>;
  readonly needs: ReadonlyMap<string, string>;
  readonly calendars: ReadonlyMap<string, NamedCalendar>;
  readonly lengths: DayLengths;
}

function stepOf(task: ProjectTask, { ids, lengths, needs, calendars }: Context): Record<string, unknown> {
  const { id, title, notes: description, owner, duration, links, summary } = task;
  return {
    id,
    title,
    description,
    owner,
    start: startOf(task),
    duration: summary || duration === null ? null : spellLength(duration, lengths),
    ...timingOf(task, lengths),
    calendar: summary || task.calendar === null ? null : (calendars.get(task.calendar)?.name ?? null),
    parent: task.parent === null ? null : (ids.get(task.parent) ?? null),
    needs: task.needs.flatMap((uid) => needs.get(uid) ?? []),
    after: links.flatMap(({ uid, type, lag }) => {
      const step = ids.get(uid);
      return step === undefined ? [] : [{ step, type, lag: lag.amount === 0 ? "0" : spellLength(lag, lengths) }];
    }),
  };
}

/** What a plan has no place for, each kind once with the tasks it was found on. */
function leftOut({ tasks }: Project, ids: ReadonlyMap<string, string>): readonly string[] {
  const kinds: readonly (readonly [(task: ProjectTask) => boolean, string])[] = [
    [({ hasBaselines }) => hasBaselines, "with several baselines: the first was kept."],
    [({ hasCutSpan }) => hasCutSpan, "of a length that cannot be read: it was left out."],
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
