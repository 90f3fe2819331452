import type { Dependency } from "#domain/plan/plan";
import type { FileNote } from "../read-result";
import { decodeList, decodeText, betweenPeople } from "./cells";
import { readCriteria, readMoment } from "./criteria";
import type { DayOrder } from "./day-words";
import { readDay } from "./day-words";
import type { Identified } from "./identify";
import { readPredecessors } from "./predecessors";
import { stepTiming } from "./step-timing";
import type { Units } from "./timing";
import { timing } from "./timing";

export interface Reading {
  readonly known: Identified;
  readonly order: DayOrder;
  readonly units: Units;
  readonly whole: 1 | 100;
  /** Dependencies said at the other end: by the step that comes before. */
  readonly following: ReadonlyMap<string, readonly Dependency[]>;
  readonly notes: FileNote[];
}

type IdentifiedRow = Identified["rows"][number];

/** A row as a step of the plan file; what cannot be understood stays as written, so that the check can name it with its line. */
export function rawStep(row: IdentifiedRow, reading: Reading): Record<string, unknown> {
  const { cells, line, id, parent, strayParent } = row;
  const { order, notes } = reading;
  const note = (message: string) => notes.push({ line, message });
  if (strayParent !== null)
    note(`"${strayParent.slice(0, 80)}", the group of ${id}, is no row of this table; it was left out.`);
  const after = afterOf(row, reading);
  const spoken = timing(
    {
      start: dayOf(cells.start, order),
      finish: dayOf(cells.finish, order),
      duration: textOf(cells.duration),
      estimate: textOf(cells.estimate),
      isMilestone: /^(yes|y|true|1|x|ja|oui)$/i.test((cells.milestone ?? "").trim()),
    },
    reading.units,
    note,
  );
  return {
    id,
    title: textOf(cells.title),
    description: textOf(cells.description),
    owner: ownerOf(cells.owner ?? "", note),
    ...(after.length > 0 && isWorkedOut(cells.constraint) ? { ...spoken, start: null } : spoken),
    ...stepTiming(cells, { order, whole: reading.whole, note }),
    calendar: textOf(cells.calendar),
    anchor: textOf(cells.anchor) === null ? null : readMoment(cells.anchor ?? ""),
    after,
    success: readCriteria(cells.success ?? "").flatMap((criterion) => {
      if (typeof criterion !== "string") return [criterion];
      note(`"${criterion}" is no criterion one can measure; it was left out.`);
      return [];
    }),
    side: textOf(cells.side)?.toLowerCase(),
    stream: textOf(cells.stream)?.toLowerCase(),
    phase: textOf(cells.phase),
    wave: textOf(cells.wave),
    parent,
    kind: textOf(cells.kind)?.toLowerCase(),
    objective: decodeList(cells.objective ?? ""),
    needs: decodeList(cells.needs ?? ""),
    departments: decodeList(cells.departments ?? ""),
    key: keyOf(textOf(cells.key), note),
  };
}

/** MS Project says of a start whether anybody chose it; one that only follows from the predecessors would hold the step where it was. */
function isWorkedOut(constraint: string | undefined): boolean {
  return /^as (?:soon|late) as possible$/i.test((constraint ?? "").trim());
}

function textOf(cell: string | undefined): string | null {
  return (cell ?? "").trim() === "" ? null : decodeText(cell ?? "");
}

function dayOf(cell: string | undefined, order: DayOrder): string | null {
  const text = textOf(cell);
  return text === null || /^(na|n\/a|none|-|tbd)$/i.test(text) ? null : (readDay(text, order) ?? text);
}

/** Other tools have keys too; only Jira's name a work item. */
function keyOf(said: string | null, note: (message: string) => void): string | null {
  if (said === null || /^[A-Z][A-Z0-9_]+-[1-9]\d*$/.test(said)) return said;
  note(`"${said.slice(0, 80)}" is no key of a Jira work item; it was left out.`);
  return null;
}

/** One person owns a step; the first of several is taken, and the others are named. A quoted cell is one name whatever it holds. */
function ownerOf(cell: string, note: (message: string) => void): string | null {
  if (cell.trim().startsWith('"')) return textOf(cell);
  const [first, ...others] = peopleIn(cell);
  if (first === undefined) return null;
  if (others.length > 0) note(`A step has one owner: ${first} was kept, ${others.join(", ")} left out.`);
  return first;
}

/** `Ana[50%],Ben` is MS Project's way to name two people, `[Ana,Ben]` ClickUp's; elsewhere a comma may stand inside a name. */
function peopleIn(cell: string): readonly string[] {
  const unnamed = cell.replaceAll(/ \([a-z0-9_.-]{1,40}\)(?=\s*(?:,|$))/g, " [100%]");
  if (unnamed !== cell) return peopleIn(unnamed);
  const listed = /^\[[^[\]]*\]$/.test(cell.trim()) ? cell.trim().slice(1, -1) : cell;
  const mark = listed !== cell || /\[\d+(?:[.,]\d+)?\s*%\]/.test(cell) ? /[;,\n]/ : betweenPeople(cell);
  return listed
    .split(mark)
    .map((person) => person.replace(/\[\d+(?:[.,]\d+)?\s*%\]\s*$/, "").trim())
    .filter((person) => person !== "");
}

/** Both ends may say the same dependency. */
function afterOf({ cells, line, id }: IdentifiedRow, { known, following, notes }: Reading): readonly Dependency[] {
  const said = readPredecessors(cells.after ?? "", known.find).flatMap((dependency) => {
    if (!("unknown" in dependency)) return [dependency];
    const message = `"${dependency.unknown.slice(0, 80)}" among the predecessors of ${id} is no step of this file; it was left out.`;
    notes.push({ line, message });
    return [];
  });
  const named = new Set(said.map(({ step }) => step));
  const all = [...said, ...(following.get(id) ?? []).filter(({ step }) => !named.has(step))];
  const once = new Map<string, Dependency>();
  for (const dependency of all) {
    const key = `${dependency.type} ${dependency.step}`;
    if (dependency.step !== id && !once.has(key)) once.set(key, dependency);
  }
  return [...once.values()];
}

/** A column of successors says of each row which rows come after it. */
export function followers(known: Identified, notes: FileNote[]): ReadonlyMap<string, readonly Dependency[]> {
  const found = new Map<string, Dependency[]>();
  for (const { id, cells, line } of known.rows) {
    for (const dependency of readPredecessors(cells.before ?? "", known.find)) {
      if ("unknown" in dependency) {
        const message = `"${dependency.unknown.slice(0, 80)}" among the successors of ${id} is no step of this file; it was left out.`;
        notes.push({ line, message });
      } else {
        const list = found.get(dependency.step) ?? [];
        list.push({ ...dependency, step: id });
        found.set(dependency.step, list);
      }
    }
  }
  return found;
}
