import type { ProjectResource } from "./project";
import type { Element } from "./xml-tree";
import { childOf, childrenOf, numberOf, textOf } from "./xml-tree";

export interface Assigned {
  /** People first assigned first, by e-mail where there is one. */
  readonly people: readonly string[];
  readonly needs: readonly string[];
}

export interface Assignments {
  readonly resources: readonly ProjectResource[];
  readonly of: (taskUid: string) => Assigned;
  readonly notes: readonly string[];
}

/** Resource types of the MSPDI schema: 0 is used up, 1 works, 2 costs. */
const kinds: Readonly<Record<number, ProjectResource["kind"]>> = { 0: "material", 2: "cost" };

export function readAssignments(root: Element): Assignments {
  const elements = childrenOf(childOf(root, "Resources"), "Resource").filter((one) => numberOf(one, "IsNull") !== 1);
  const resources = elements.flatMap(resourceOf);
  const others = new Set(resources.map(({ uid }) => uid));
  const people = new Map(elements.filter((one) => !others.has(uidOf(one))).map((one) => [uidOf(one), nameOf(one)]));
  const tasks = new Map<string, { people: string[]; needs: string[] }>();
  for (const assignment of childrenOf(childOf(root, "Assignments"), "Assignment")) {
    const task = textOf(assignment, "TaskUID")?.trim() ?? "";
    const resource = textOf(assignment, "ResourceUID")?.trim() ?? "";
    const entry = tasks.get(task) ?? { people: [], needs: [] };
    const person = people.get(resource) ?? "";
    if (person !== "" && !entry.people.includes(person)) entry.people.push(person);
    if (others.has(resource) && !entry.needs.includes(resource)) entry.needs.push(resource);
    tasks.set(task, entry);
  }
  return { resources, of: (uid) => tasks.get(uid) ?? { people: [], needs: [] }, notes: calendarNotes(root, elements) };
}

function uidOf(resource: Element): string {
  return textOf(resource, "UID")?.trim() ?? "";
}

function nameOf(resource: Element): string {
  const email = textOf(resource, "EmailAddress")?.trim();
  return email ? email : (textOf(resource, "Name") ?? "");
}

function resourceOf(resource: Element): readonly ProjectResource[] {
  const kind = kinds[numberOf(resource, "Type") ?? 1];
  const title = (textOf(resource, "Name") ?? "").trim();
  return kind === undefined || title === "" ? [] : [{ uid: uidOf(resource), title, kind }];
}

/** A person's days off move the tasks of that person in MS Project; a plan has one calendar for everybody. */
function calendarNotes(root: Element, resources: readonly Element[]): readonly string[] {
  const calendars = childrenOf(childOf(root, "Calendars"), "Calendar");
  const own = resources.filter((resource) => {
    const uid = textOf(resource, "CalendarUID")?.trim() ?? "-1";
    const calendar = calendars.find((one) => textOf(one, "UID")?.trim() === uid);
    return calendar !== undefined && (hasEntries(calendar, "Exceptions") || hasEntries(calendar, "WeekDays"));
  });
  const names = own.map(nameOf).filter((name) => name !== "");
  return names.length === 0 ? [] : [`${names.join(", ")}: days off and hours of their own are not kept.`];
}

function hasEntries(calendar: Element, name: string): boolean {
  return numberOf(calendar, "IsBaseCalendar") === 0 && (childOf(calendar, name)?.children.length ?? 0) > 0;
}
