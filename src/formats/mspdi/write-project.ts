import type { PlanCalendar } from "#domain/plan/calendar-words";
import type { Plan } from "#domain/plan/plan";
import { findCalendar } from "#domain/plan/plan-calendar";
import { planDates } from "./plan-dates";
import { idAlias, idField } from "./read-project";
import { calendarXml } from "./write-calendar";
import type { Outlined, Writing } from "./write-task";
import { taskXml } from "./write-task";
import { element, raw } from "./xml-text";

/**
 * The plan as MS Project reads it: groups before their steps, numbers as UIDs, the plan's own ids in Text1. Every element stands where
 * the sequences of the published schema have it, because MS Project passes over what comes too late.
 */
export function projectXml(plan: Plan): string {
  const lengths = findCalendar(plan) ?? { dayMinutes: 480, weekMinutes: 2400 };
  const outline = outlineOf(plan);
  const uids = uidsOf(outline.map(({ step }) => step.id));
  const people = [...new Set(plan.steps.map(({ owner }) => owner).filter((owner) => owner !== null))];
  const { start, dates } = planDates(plan);
  const own = Object.entries(plan.calendars).map(([name, calendar], at) => ({ name, calendar, uid: at + 2 }));
  const calendars = new Map(own.map(({ name, uid }) => [name, String(uid)]));
  const writing: Writing = { plan, uids, lengths, dates, calendars };
  const body = [
    element("SaveVersion", "14"),
    element("Title", plan.title),
    element("ScheduleFromStart", "1"),
    start === null ? "" : element("StartDate", start),
    element("CalendarUID", "1"),
    ...defaultTimes(plan),
    element("MinutesPerDay", String(lengths.dayMinutes)),
    element("MinutesPerWeek", String(lengths.weekMinutes)),
    element("DaysPerMonth", "20"),
    element("NewTasksAreManual", "0"),
    raw(
      "ExtendedAttributes",
      raw("ExtendedAttribute", element("FieldID", idField) + element("FieldName", "Text1") + element("Alias", idAlias)),
    ),
    raw("Calendars", calendarXml(plan.calendar, { uid: 1, name: "Plan" }) + own.map(ownCalendarXml).join("")),
    raw("Tasks", outline.map((entry, at) => taskXml(entry, at, writing)).join("")),
    raw("Resources", people.map(resourceXml).join("")),
    raw("Assignments", assignmentsXml(outline, uids, people)),
  ].join("");
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Project xmlns="http://schemas.microsoft.com/project">${body}</Project>\n`;
}

function ownCalendarXml({ name, calendar, uid }: { name: string; calendar: PlanCalendar; uid: number }): string {
  return calendarXml(calendar, { name, uid });
}

/** When a day begins and ends where only a day is said. */
function defaultTimes({ calendar }: Plan): readonly string[] {
  if (calendar.kind === "continuous")
    return [element("DefaultStartTime", "00:00:00"), element("DefaultFinishTime", "00:00:00")];
  const shifts = calendar.hours.map((shift) => shift.split(/[-–]/).map((time) => time.trim().padStart(5, "0")));
  const [first, last] = [shifts[0]?.[0] ?? "08:00", shifts.at(-1)?.[1] ?? "17:00"];
  return [
    element("DefaultStartTime", `${first}:00`),
    element("DefaultFinishTime", `${last === "24:00" ? "00:00" : last}:00`),
  ];
}

/** Depth first: in a project file a group is told by what stands below it. */
function outlineOf({ steps }: Plan): readonly Outlined[] {
  const ids = new Set(steps.map(({ id }) => id));
  const children = Map.groupBy(steps, ({ parent }) => (parent !== null && ids.has(parent) ? parent : ""));
  const outline: Outlined[] = [];
  const numbered = (id: string, above: string) =>
    (children.get(id) ?? []).map((step, at) => ({ step, number: above === "" ? `${at + 1}` : `${above}.${at + 1}` }));
  const waiting = numbered("", "").toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { step, number } = next;
    const below = numbered(step.id, number);
    outline.push({ step, number, summary: below.length > 0 });
    waiting.push(...below.toReversed());
  }
  return outline;
}

/** An id that is a number stays the UID; the others take numbers that are free. */
function uidsOf(ids: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set(ids.filter((id) => /^[1-9]\d{0,8}$/.test(id)));
  let next = 1;
  return new Map(
    ids.map((id) => {
      if (taken.has(id)) return [id, id];
      while (taken.has(String(next))) next += 1;
      taken.add(String(next));
      return [id, String(next)];
    }),
  );
}

/** Type 1 is a resource that works. */
function resourceXml(person: string, at: number): string {
  const number = String(at + 1);
  const mail = person.includes("@") ? element("EmailAddress", person) : "";
  return raw(
    "Resource",
    element("UID", number) + element("ID", number) + element("Name", person) + element("Type", "1") + mail,
  );
}

function assignmentsXml(
  outline: readonly Outlined[],
  uids: ReadonlyMap<string, string>,
  people: readonly string[],
): string {
  const numbers = new Map(people.map((person, at) => [person, String(at + 1)]));
  return outline
    .flatMap(({ step }) =>
      step.owner === null ? [] : [{ task: uids.get(step.id) ?? "", person: numbers.get(step.owner) ?? "" }],
    )
    .map(({ task, person }, at) => {
      const body = element("UID", String(at + 1)) + element("TaskUID", task) + element("ResourceUID", person);
      return raw("Assignment", body + element("Units", "1"));
    })
    .join("");
}
