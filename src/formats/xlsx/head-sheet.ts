import { toPlanFile } from "#contract/plan-file";
import type { Plan } from "#domain/plan/plan";
import { decodeText, encodeText, parseJson } from "../table/cells";
import { cellOf } from "./section-sheets";

/** Where a workbook we write says what the plan says of itself. */
export const headSheet = "About the plan";

/** Names for people, where a plan file's own would puzzle them. */
const names: readonly { readonly path: string; readonly name: string }[] = [
  { path: "plan.title", name: "Plan" },
  { path: "plan.objective", name: "Objectives" },
  { path: "plan.scope.in", name: "In scope" },
  { path: "plan.scope.out", name: "Out of scope" },
];

type Rows = readonly (readonly [name: string, value: string])[];

/** One row a value: `plan.anchors.golive` and its day; a list is a row for each of its entries. */
export function headRows(plan: Plan): Rows {
  const { plan: head, gates = {} } = toPlanFile(plan);
  return [...flat("plan", head), ...flat("gates", gates)].map(([path, value]) => [
    names.find((known) => known.path === path)?.name ?? path,
    value,
  ]);
}

function flat(path: string, value: unknown): Rows {
  if (Array.isArray(value))
    return value.map((item) => [path, typeof item === "string" ? listed(item) : JSON.stringify(item)]);
  // The name of an anchor may hold dots, as a path does.
  if (typeof value !== "object" || value === null) return [[path, cellOf(value)]];
  if (whole.has(path)) return [[path, JSON.stringify(value)]];
  if (path === anchors) return Object.entries(value).map(([name, day]) => [path, `${name} ${String(day)}`]);
  return Object.entries(value).flatMap(([key, inner]) => flat(`${path}.${key}`, inner));
}

const anchors = "plan.anchors";

/** Too deep for a row a value. */
const whole = new Set(["plan.calendars", "plan.calendar.week", "plan.calendar.exceptions"]);

function listed(text: string): string {
  return text === "" ? '""' : encodeText(text);
}

/** Lists of a head: a single row of them is still a list. */
const lists =
  /^(plan\.(objective|scope\.(in|out)|calendar\.(days|hours|holidays))|gates\.\w+\.(thresholds|checklist))$/;

/** A path of a plan file: plain words between dots, so that nothing reaches into what every object has. */
const path = /^(plan|gates)(\.[\p{L}\p{N}_][\p{L}\p{N}_-]*){1,3}$/u;

export interface Head {
  readonly plan: Readonly<Record<string, unknown>>;
  readonly gates: Readonly<Record<string, unknown>> | null;
}

export function readHead(rows: readonly (readonly string[])[]): Head {
  const values = new Map<string, unknown[]>();
  for (const [name = "", cell = ""] of rows) {
    const said = names.find((known) => known.name.toLowerCase() === name.trim().toLowerCase())?.path ?? name.trim();
    if (path.test(said) && cell.trim() !== "") values.set(said, [...(values.get(said) ?? []), valueOf(cell)]);
  }
  const tree = new Map<string, unknown>();
  for (const [said, list] of values)
    plant(tree, said.split("."), said === anchors ? days(list) : lists.test(said) ? list : list[0]);
  const { plan, gates } = grown(tree);
  return { plan: branchOf(plan) ?? {}, gates: branchOf(gates) };
}

function valueOf(cell: string): unknown {
  const text = cell.trim();
  return (/^[[{]/.test(text) ? parseJson(text) : null) ?? decodeText(cell);
}

/** `golive 2026-03-16` */
function days(list: readonly unknown[]): object {
  return Object.fromEntries(
    list.map((line) =>
      String(line)
        .trim()
        .split(/\s+(?=\S+$)/),
    ),
  );
}

function plant(tree: Map<string, unknown>, [first = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) return void tree.set(first, value);
  const inner = tree.get(first);
  const branch = inner instanceof Map ? inner : new Map<string, unknown>();
  tree.set(first, branch);
  plant(branch, rest, value);
}

function grown(tree: ReadonlyMap<string, unknown>): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...tree].map(([key, value]) => [key, value instanceof Map ? grown(value) : value]));
}

/** A branch of the tree, never a value somebody wrote in its place. */
function branchOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
}
