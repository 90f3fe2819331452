import { eliminate } from "./elimination";
import { findSmallSet } from "./small-sets";
import { smallestGroup } from "./suppression";

/** People of one department in one wave. */
export interface Cell {
  readonly wave: string;
  readonly department: string;
  readonly size: number;
}

/** What may be shown of people cut two ways: in total, by wave, by department, and by department within a wave. */
export interface ShownCuts {
  readonly total: boolean;
  readonly wave: (wave: string) => boolean;
  readonly department: (department: string) => boolean;
  readonly cell: (wave: string, department: string) => boolean;
}

type Kind = "cell" | "department" | "wave" | "total";

interface Group {
  readonly kind: Kind;
  readonly name: string;
  readonly size: number;
  /** Places of its cells. */
  readonly cells: readonly number[];
}

/** Details go before overviews: a department within a wave, a department, then a wave. */
const order: readonly Kind[] = ["cell", "department", "wave", "total"];

/** Above this many non-empty cells departments are not shown at all: the search would outlast the page. */
const mostCells = 250;

/**
 * P2: takes away groups until no set of fewer than five people follows, by adding and subtracting, from those that are left in all views
 * together. One view alone being safe is not enough: a total minus the waves gives a wave, two views give a cell.
 */
export function shownCuts(cells: readonly Cell[]): ShownCuts {
  const known = cells.filter(({ size }) => size > 0);
  const isTooMany = known.length > mostCells;
  let shown = groupsOf(known).filter(
    ({ size, kind }) => size >= smallestGroup && !(isTooMany && (kind === "cell" || kind === "department")),
  );
  for (let told = findTold(shown, known); told !== null; told = findTold(shown, known)) {
    const victim = victimOf(told);
    shown = shown.filter((group) => group !== victim);
  }
  const names = new Set(shown.map(nameOf));
  const has = (kind: Kind, name: string): boolean => names.has(nameOf({ kind, name }));
  return {
    total: has("total", ""),
    wave: (wave) => has("wave", wave),
    department: (department) => has("department", department),
    cell: (wave, department) => has("cell", JSON.stringify([wave, department])),
  };
}

function nameOf({ kind, name }: Pick<Group, "kind" | "name">): string {
  return `${kind} ${name}`;
}

function groupsOf(cells: readonly Cell[]): readonly Group[] {
  const groups = new Map<string, Group>();
  cells.forEach(({ wave, department, size }, at) => {
    const names: readonly (readonly [Kind, string])[] = [
      ["cell", JSON.stringify([wave, department])],
      ["department", department],
      ["wave", wave],
      ["total", ""],
    ];
    for (const [kind, name] of names) {
      const held = groups.get(nameOf({ kind, name })) ?? { kind, name, size: 0, cells: [] };
      groups.set(nameOf({ kind, name }), { ...held, size: held.size + size, cells: [...held.cells, at] });
    }
  });
  return [...groups.values()];
}

/** The groups that together tell of fewer than five people; null when none do. */
function findTold(shown: readonly Group[], cells: readonly Cell[]): readonly Group[] | null {
  const rows = shown.map((group) => {
    const row = cells.map(() => 0);
    for (const at of group.cells) row[at] = 1;
    return row;
  });
  const { marks, factorsOf } = eliminate(rows, cells.length);
  const columns = cells.map(({ size }, at) => ({ at, size, mark: marks[at]! }));
  const set = findSmallSet(columns, (each) => factorsOf(each) !== null);
  const factors = set === null ? null : factorsOf(set);
  return factors === null ? null : shown.filter((_, at) => factors[at] !== 0);
}

/** The least of those that take part; of one kind the smallest, and of equal ones the last by name, so that it is always the same. */
function victimOf(told: readonly Group[]): Group {
  return told.toSorted(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.size - b.size || (a.name > b.name ? -1 : 1),
  )[0]!;
}
