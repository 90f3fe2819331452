import { modulo } from "./elimination";
import { smallestGroup } from "./suppression";

export interface Column {
  readonly at: number;
  readonly size: number;
  readonly mark: number;
}

/**
 * Some set of columns with fewer than five people whose marks add up to 0 and that `isReal` confirms. Every column holds somebody, so
 * such a set has at most four; the last one is looked up by the mark it must have.
 */
export function findSmallSet(
  columns: readonly Column[],
  isReal: (set: readonly number[]) => boolean,
): readonly number[] | null {
  const small = columns.filter(({ size }) => size > 0 && size < smallestGroup);
  const byMark = Map.groupBy(small, ({ mark }) => mark);
  const search = (from: number, taken: readonly Column[], sum: { people: number; mark: number }): number[] | null => {
    for (const last of byMark.get(modulo(-sum.mark)) ?? []) {
      const set = [...taken, last].map(({ at }) => at);
      if (!taken.includes(last) && sum.people + last.size < smallestGroup && isReal(set)) return set;
    }
    // Whoever joins needs room for one more person after them.
    for (let next = from; next < small.length; next += 1) {
      const column = small[next]!;
      if (sum.people + column.size + 1 >= smallestGroup) continue;
      const found = search(next + 1, [...taken, column], {
        people: sum.people + column.size,
        mark: sum.mark + column.mark,
      });
      if (found !== null) return found;
    }
    return null;
  };
  return search(0, [], { people: 0, mark: 0 });
}
