import type { ProjectResource } from "./project";
import type { Element } from "./xml-tree";
import { childOf, childrenOf, numberOf, textOf } from "./xml-tree";

export interface Assigned {
  /** Who was assigned first, by e-mail where there is one. */
  readonly owner: string | null;
  /** UIDs of all others, and of what is used up or paid. */
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
  const all = new Map(elements.flatMap(resourceOf).map((resource) => [resource.uid, resource]));
  const tasks = new Map<string, { owner: string | null; needs: string[] }>();
  const needed = new Set<string>();
  for (const assignment of childrenOf(childOf(root, "Assignments"), "Assignment")) {
    const task = textOf(assignment, "TaskUID")?.trim() ?? "";
    const resource = all.get(textOf(assignment, "ResourceUID")?.trim() ?? "");
    if (resource === undefined) continue;
    const entry = tasks.get(task) ?? { owner: null, needs: [] };
    tasks.set(task, entry);
    if (resource.kind === "person") entry.owner ??= resource.title;
    if (entry.owner === resource.title || entry.needs.includes(resource.uid)) continue;
    entry.needs.push(resource.uid);
    needed.add(resource.uid);
  }
  const resources = [...all.values()].filter(({ kind, uid }) => kind !== "person" || needed.has(uid));
  return { resources, of: (uid) => tasks.get(uid) ?? { owner: null, needs: [] }, notes: calendarNotes(root, elements) };
}

function uidOf(resource: Element): string {
  return textOf(resource, "UID")?.trim() ?? "";
}

function nameOf(resource: Element): string {
  const email = textOf(resource, "EmailAddress")?.trim();
  return email ? email : (textOf(resource, "Name") ?? "");
}

function resourceOf(resource: Element): readonly ProjectResource[] {
  const kind = kinds[numberOf(resource, "Type") ?? 1] ?? "person";
  const title = kind === "person" ? nameOf(resource) : (textOf(resource, "Name") ?? "");
  return title.trim() === "" ? [] : [{ uid: uidOf(resource), title, kind }];
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
