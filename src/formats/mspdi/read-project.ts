import { foreignRoot, foreignText } from "./foreign";
import type { Project, ProjectTask } from "./project";
import { readAssignments } from "./read-assignments";
import type { Assignments } from "./read-assignments";
import { calendarReader } from "./read-calendar";
import { momentOf, taskOf } from "./read-task";
import { wanted } from "./wanted";
import type { Element } from "./xml-tree";
import { childOf, childrenOf, numberOf, parseXml, textOf } from "./xml-tree";

export type ProjectResult =
  | { readonly kind: "project"; readonly project: Project }
  | { readonly kind: "refused"; readonly message: string; readonly mend: string; readonly line: number | null };

/** The field in which a plan we wrote keeps its own ids: Text1 of a task. */
export const idField = "188743731";
export const idAlias = "Uptake id";

export function readProject(text: string, name: string): ProjectResult {
  const foreign = foreignText(text, name);
  if (foreign !== null) return { kind: "refused", ...foreign, line: null };
  const read = parseXml(text.replace(/^\uFEFF/, ""), wanted);
  if (read.kind === "refused") {
    return {
      kind: "refused",
      message: `${name} cannot be read as XML. ${read.reason}`,
      mend: "Save it from MS Project as XML again.",
      line: read.line,
    };
  }
  const { root } = read;
  if (root.name !== "Project" || /primavera/i.test(root.attributes["xmlns"] ?? ""))
    return { kind: "refused", ...foreignRoot(root, name), line: 1 };
  return { kind: "project", project: projectOf(root) };
}

function projectOf(root: Element): Project {
  const notes: string[] = [];
  const all = childrenOf(childOf(root, "Tasks"), "Task");
  const elements = all.filter((task) => isKept(task));
  const left = all.filter((task) => isInactive(task));
  if (left.length > 0) notes.push(`${sayTasks(left.map(uidOf))} inactive in MS Project: left out.`);
  if (numberOf(root, "ScheduleFromStart") === 0)
    notes.push("The project is scheduled from its finish; it was read as scheduled from its start.");
  const outside = elements.filter((task) =>
    childrenOf(task, "PredecessorLink").some((link) => numberOf(link, "CrossProject") === 1),
  );
  if (outside.length > 0)
    notes.push(`${sayTasks(outside.map(uidOf))} linked to other projects: those links were left out.`);
  const title = (textOf(root, "Title") ?? textOf(root, "Name") ?? "").replace(/\.(mpp|xml)$/i, "").trim();
  const assignments = readAssignments(root);
  const tasks = tasksOf(root, elements, assignments);
  const calendarOf = calendarReader(root);
  return {
    title: title === "" ? null : title,
    start: momentOf(root, "StartDate"),
    minutesPerDay: numberOf(root, "MinutesPerDay") ?? 480,
    minutesPerWeek: numberOf(root, "MinutesPerWeek") ?? 2400,
    calendar: calendarOf(textOf(root, "CalendarUID")),
    calendars: calendarsOf(tasks, calendarOf),
    tasks,
    resources: assignments.resources,
    notes: [...notes, ...assignments.notes],
  };
}

function calendarsOf(
  tasks: readonly ProjectTask[],
  calendarOf: ReturnType<typeof calendarReader>,
): Project["calendars"] {
  const uids = new Set(tasks.map(({ calendar }) => calendar).filter((uid) => uid !== null));
  return new Map(
    [...uids].flatMap((uid) => {
      const calendar = calendarOf(uid);
      return calendar === null ? [] : [[uid, calendar] as const];
    }),
  );
}

function uidOf(task: Element): string {
  return (textOf(task, "UID") ?? textOf(task, "ID") ?? "").trim();
}

/** The task with UID 0 stands for the whole project, a null one for an empty row. */
function isKept(task: Element): boolean {
  return numberOf(task, "IsNull") !== 1 && uidOf(task) !== "0" && !isInactive(task);
}

function isInactive(task: Element): boolean {
  return numberOf(task, "Active") === 0;
}

/** As many as one would read. */
export function sayTasks(ids: readonly string[]): string {
  const shown = ids.slice(0, 8).join(", ");
  if (ids.length === 1) return `Task ${shown} is`;
  return `Tasks ${shown}${ids.length > 8 ? ` and ${ids.length - 8} more` : ""} are`;
}

function tasksOf(root: Element, elements: readonly Element[], assignments: Assignments): readonly ProjectTask[] {
  const ownIds = childrenOf(childOf(root, "ExtendedAttributes"), "ExtendedAttribute").some(
    (attribute) => textOf(attribute, "FieldID")?.trim() === idField && textOf(attribute, "Alias") === idAlias,
  );
  const projectCalendar = textOf(root, "CalendarUID")?.trim() ?? "-1";
  const above: { readonly level: number; readonly uid: string }[] = [];
  return elements.map((element) => {
    const uid = uidOf(element);
    const level = numberOf(element, "OutlineLevel") ?? 1;
    while ((above.at(-1)?.level ?? 0) >= level) above.pop();
    const parent = above.at(-1)?.uid ?? null;
    above.push({ level, uid });
    const { owner, needs } = assignments.of(uid);
    const id = (ownIds ? ownIdOf(element) : null) ?? uid;
    const task = taskOf(element, { uid, parent, id, owner, needs });
    return task.calendar === projectCalendar ? { ...task, calendar: null } : task;
  });
}

function ownIdOf(task: Element): string | null {
  const attribute = childrenOf(task, "ExtendedAttribute").find((entry) => textOf(entry, "FieldID")?.trim() === idField);
  return textOf(attribute ?? null, "Value");
}
