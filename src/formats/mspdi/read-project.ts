import { isDay } from "#domain/calendar/day";
import type { Length, Project, ProjectLink, ProjectTask } from "./project";
import { unitOf } from "./project";
import { readCalendarOf } from "./read-calendar";
import type { Element } from "./xml-tree";
import { childOf, childrenOf, numberOf, parseXml, textOf } from "./xml-tree";

export type ProjectResult =
  | { readonly kind: "project"; readonly project: Project }
  | { readonly kind: "refused"; readonly message: string; readonly mend: string; readonly line: number | null };

/** The field in which a plan we wrote keeps its own ids: Text1 of a task. */
export const idField = "188743731";
export const idAlias = "Uptake id";

export function readProject(text: string, name: string): ProjectResult {
  const read = parseXml(text.replace(/^\uFEFF/, ""));
  if (read.kind === "refused") {
    return {
      kind: "refused",
      message: `${name} cannot be read as XML. ${read.reason}`,
      mend: "Save it from MS Project as XML again.",
      line: read.line,
    };
  }
  const { root } = read;
  if (root.name !== "Project") {
    return {
      kind: "refused",
      message: `${name} is no MS Project file.`,
      mend: 'Save it from MS Project as "XML Format".',
      line: 1,
    };
  }
  return { kind: "project", project: projectOf(root) };
}

function projectOf(root: Element): Project {
  const notes: string[] = [];
  const elements = childrenOf(childOf(root, "Tasks"), "Task").filter((task) => isKept(task, notes));
  if (numberOf(root, "ScheduleFromStart") === 0)
    notes.push("The project is scheduled from its finish; it was read as scheduled from its start.");
  const title = (textOf(root, "Title") ?? textOf(root, "Name") ?? "").replace(/\.(mpp|xml)$/i, "").trim();
  return {
    title: title === "" ? null : title,
    start: momentOf(root, "StartDate"),
    minutesPerDay: numberOf(root, "MinutesPerDay") ?? 480,
    minutesPerWeek: numberOf(root, "MinutesPerWeek") ?? 2400,
    calendar: readCalendarOf(root, textOf(root, "CalendarUID")),
    tasks: tasksOf(root, elements, notes),
    notes,
  };
}

function isKept(task: Element, notes: string[]): boolean {
  if (numberOf(task, "IsNull") === 1 || (textOf(task, "UID") ?? "").trim() === "0") return false;
  if (numberOf(task, "Active") !== 0) return true;
  notes.push(`Task ${textOf(task, "UID")} is inactive and was left out.`);
  return false;
}

function tasksOf(root: Element, elements: readonly Element[], notes: string[]): readonly ProjectTask[] {
  const owners = ownersOf(root);
  const ownIds = childrenOf(childOf(root, "ExtendedAttributes"), "ExtendedAttribute").some(
    (attribute) => textOf(attribute, "FieldID")?.trim() === idField && textOf(attribute, "Alias") === idAlias,
  );
  const projectCalendar = textOf(root, "CalendarUID")?.trim() ?? "-1";
  const above: { readonly level: number; readonly uid: string }[] = [];
  return elements.map((element) => {
    const uid = (textOf(element, "UID") ?? "").trim();
    const level = numberOf(element, "OutlineLevel") ?? 1;
    while ((above.at(-1)?.level ?? 0) >= level) above.pop();
    const parent = above.at(-1)?.uid ?? null;
    above.push({ level, uid });
    const calendar = textOf(element, "CalendarUID")?.trim() ?? "-1";
    if (calendar !== "-1" && calendar !== projectCalendar)
      notes.push(`Task ${uid} has a calendar of its own; the project's is used.`);
    return taskOf(element, {
      uid,
      parent,
      id: (ownIds ? ownIdOf(element) : null) ?? uid,
      owner: owners.get(uid) ?? null,
    });
  });
}

function taskOf(
  element: Element,
  known: { uid: string; parent: string | null; id: string; owner: string | null },
): ProjectTask {
  const manual = numberOf(element, "Manual") === 1;
  return {
    ...known,
    title: textOf(element, "Name")?.trim() === "" ? known.id : (textOf(element, "Name") ?? known.id),
    notes: textOf(element, "Notes") ?? "",
    summary: numberOf(element, "Summary") === 1,
    duration: durationOf(element),
    constraint: { type: numberOf(element, "ConstraintType") ?? 0, on: momentOf(element, "ConstraintDate") },
    manualStart: manual ? (momentOf(element, "ManualStart") ?? momentOf(element, "Start")) : null,
    deadline: momentOf(element, "Deadline"),
    actualStart: momentOf(element, "ActualStart"),
    actualFinish: momentOf(element, "ActualFinish"),
    remaining: minutesOf(textOf(element, "RemainingDuration")),
    links: childrenOf(element, "PredecessorLink").flatMap(linkOf),
  };
}

function ownIdOf(task: Element): string | null {
  const attribute = childrenOf(task, "ExtendedAttribute").find((entry) => textOf(entry, "FieldID")?.trim() === idField);
  return textOf(attribute ?? null, "Value");
}

/** The first person assigned to each task, by e-mail where there is one. */
function ownersOf(root: Element): ReadonlyMap<string, string> {
  const people = childrenOf(childOf(root, "Resources"), "Resource").map((resource) => {
    const email = textOf(resource, "EmailAddress")?.trim();
    return [textOf(resource, "UID")?.trim() ?? "", email ? email : (textOf(resource, "Name") ?? "")] as const;
  });
  const names = new Map(people);
  const assigned = childrenOf(childOf(root, "Assignments"), "Assignment").flatMap((assignment) => {
    const name = names.get(textOf(assignment, "ResourceUID")?.trim() ?? "") ?? "";
    return name === "" ? [] : [[textOf(assignment, "TaskUID")?.trim() ?? "", name] as const];
  });
  return new Map(assigned.toReversed());
}

function durationOf(task: Element): Length | null {
  const minutes = minutesOf(textOf(task, "Duration"));
  return minutes === null ? null : { amount: minutes, ...unitOf(numberOf(task, "DurationFormat")) };
}

/** `PT16H30M0S`: hours and minutes of work, or of the clock where the format says elapsed. */
function minutesOf(text: string | null): number | null {
  const parts = /^P(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(
    text?.trim() ?? "",
  );
  if (!parts) return null;
  const [, days = "0", hours = "0", minutes = "0", seconds = "0"] = parts;
  return Math.round(Number(days) * 1440 + Number(hours) * 60 + Number(minutes) + Number(seconds) / 60);
}

const linkTypes = ["FF", "FS", "SF", "SS"] as const;

function linkOf(element: Element): readonly ProjectLink[] {
  const uid = textOf(element, "PredecessorUID")?.trim();
  if (!uid || numberOf(element, "CrossProject") === 1) return [];
  const { unit, elapsed } = unitOf(numberOf(element, "LagFormat"));
  const lag = numberOf(element, "LinkLag") ?? 0;
  // Lag is kept in tenths of a minute, and in whole percent where it is a part of the predecessor.
  const amount = unit === "%" ? lag : lag / 10;
  return [{ uid, type: linkTypes[numberOf(element, "Type") ?? 1] ?? "FS", lag: { amount, unit, elapsed } }];
}

/** `2026-03-02T08:00`; null for none, and for the far past with which old versions say none. */
function momentOf(element: Element, name: string): string | null {
  const text = textOf(element, name)?.trim() ?? "";
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(text);
  const day = parts?.[1] ?? "";
  return isDay(day) && day > "1984-01-01" ? `${day}T${parts?.[2]}` : null;
}
