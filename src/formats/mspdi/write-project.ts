import { findDuration, findLag, spanOf } from "#domain/calendar/duration";
import type { Dependency, Plan, Step } from "#domain/plan/plan";
import { findCalendar } from "#domain/plan/plan-calendar";
import { stepDay } from "#domain/plan/step-day";
import type { Unit } from "./project";
import { formatNumber } from "./project";
import { idAlias, idField } from "./read-project";
import { calendarXml } from "./write-calendar";
import { element, raw } from "./xml-text";

const linkNumbers = { FF: 0, FS: 1, SF: 2, SS: 3 } as const;

interface Lengths {
  readonly dayMinutes: number;
  readonly weekMinutes: number;
}

/** The plan as MS Project reads it: groups before their steps, numbers as UIDs, the plan's own ids in Text1. */
export function projectXml(plan: Plan): string {
  const lengths = findCalendar(plan) ?? { dayMinutes: 480, weekMinutes: 2400 };
  const outline = outlineOf(plan.steps);
  const uids = uidsOf(outline.map(({ step }) => step.id));
  const people = [...new Set(plan.steps.map(({ owner }) => owner).filter((owner) => owner !== null))];
  const body = [
    element("Title", plan.title),
    element("ScheduleFromStart", "1"),
    plan.start === null ? "" : element("StartDate", `${plan.start}T00:00:00`),
    element("CalendarUID", "1"),
    element("MinutesPerDay", String(lengths.dayMinutes)),
    element("MinutesPerWeek", String(lengths.weekMinutes)),
    raw(
      "ExtendedAttributes",
      raw("ExtendedAttribute", element("FieldID", idField) + element("FieldName", "Text1") + element("Alias", idAlias)),
    ),
    raw("Calendars", calendarXml(plan.calendar)),
    raw("Tasks", outline.map((entry, at) => taskXml(entry, at, { plan, uids, lengths })).join("")),
    raw(
      "Resources",
      people.map((person, at) => raw("Resource", element("UID", String(at + 1)) + nameXml(person))).join(""),
    ),
    raw("Assignments", assignmentsXml(outline, uids, people)),
  ].join("");
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Project xmlns="http://schemas.microsoft.com/project">${body}</Project>\n`;
}

interface Outlined {
  readonly step: Step;
  readonly level: number;
  readonly summary: boolean;
}

/** Depth first: in a project file a group is told by what stands below it. */
function outlineOf(steps: readonly Step[]): readonly Outlined[] {
  const ids = new Set(steps.map(({ id }) => id));
  const children = Map.groupBy(steps, ({ parent }) => (parent !== null && ids.has(parent) ? parent : ""));
  const outline: Outlined[] = [];
  const waiting = (children.get("") ?? []).map((step) => ({ step, level: 1 })).toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { step, level } = next;
    const below = children.get(step.id) ?? [];
    outline.push({ step, level, summary: below.length > 0 });
    waiting.push(...below.map((child) => ({ step: child, level: level + 1 })).toReversed());
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

interface Writing {
  readonly plan: Plan;
  readonly uids: ReadonlyMap<string, string>;
  readonly lengths: Lengths;
}

function taskXml({ step, level, summary }: Outlined, at: number, { plan, uids, lengths }: Writing): string {
  const day = step.start ?? stepDay(plan, step);
  const minutes = step.duration === null ? 0 : minutesOf(step.duration, lengths);
  const isPinned = day !== null;
  const cells = [
    element("UID", uids.get(step.id) ?? ""),
    element("ID", String(at + 1)),
    element("Name", step.title),
    element("OutlineLevel", String(level)),
    ...(step.duration === null || summary
      ? []
      : [
          element("Duration", `PT${Math.floor(minutes / 60)}H${minutes % 60}M0S`),
          element("DurationFormat", String(formatOf(step.duration))),
        ]),
    element("Milestone", step.duration !== null && minutes === 0 ? "1" : "0"),
    element("Summary", summary ? "1" : "0"),
    element("ConstraintType", isPinned ? "4" : "0"),
    isPinned ? element("ConstraintDate", `${day.includes("T") ? day : `${day}T00:00`}:00`) : "",
    step.description === "" ? "" : element("Notes", step.description),
    ...step.after.map((dependency) => linkXml(dependency, uids, lengths)),
    raw("ExtendedAttribute", element("FieldID", idField) + element("Value", step.id)),
  ];
  return raw("Task", cells.join(""));
}

function linkXml({ step, type, lag }: Dependency, uids: ReadonlyMap<string, string>, lengths: Lengths): string {
  const uid = uids.get(step);
  if (uid === undefined) return "";
  const found = findLag(lag);
  const amount = found?.kind === "percent" ? found.percent : minutesOf(lag, lengths) * 10;
  const format = found?.kind === "percent" ? 19 : formatOf(lag);
  return raw(
    "PredecessorLink",
    element("PredecessorUID", uid) +
      element("Type", String(linkNumbers[type])) +
      element("CrossProject", "0") +
      element("LinkLag", String(Math.round(amount))) +
      element("LagFormat", String(format)),
  );
}

function minutesOf(words: string, lengths: Lengths): number {
  const found = findDuration(words);
  if (found === null) return 0;
  const { work, elapsed } = spanOf(found, lengths);
  return work + elapsed;
}

/** The first unit written is the one shown. */
function formatOf(words: string): number {
  const [, elapsed = "", unit = "d"] = /(e?)([wdhm])/.exec(words) ?? [];
  const units: Readonly<Record<string, Unit>> = { w: "w", d: "d", h: "h", m: "m" };
  return formatNumber(units[unit] ?? "d", elapsed === "e");
}

function nameXml(person: string): string {
  return element("Name", person) + (person.includes("@") ? element("EmailAddress", person) : "");
}

function assignmentsXml(
  outline: readonly Outlined[],
  uids: ReadonlyMap<string, string>,
  people: readonly string[],
): string {
  return outline
    .flatMap(({ step }) =>
      step.owner === null ? [] : [{ task: uids.get(step.id) ?? "", person: people.indexOf(step.owner) + 1 }],
    )
    .map(({ task, person }, at) =>
      raw(
        "Assignment",
        element("UID", String(at + 1)) + element("TaskUID", task) + element("ResourceUID", String(person)),
      ),
    )
    .join("");
}
