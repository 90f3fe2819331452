/** No number about fewer people than this is shown to anybody. */
export const smallestGroup = 5;

/**
 * P1: which groups may be shown beside their total. A group under five is hidden; so is the next smallest while those hidden together
 * could still be told apart by subtracting the shown ones from the total, that is, while they are one group or fewer than five people.
 */
export function shownGroups(sizes: readonly number[]): readonly boolean[] {
  const shown = sizes.map((size) => size >= smallestGroup);
  for (;;) {
    const hidden = sizes.filter((size, index) => shown[index] === false && size > 0);
    const people = hidden.reduce((sum, size) => sum + size, 0);
    const isSafe = hidden.length === 0 || (hidden.length > 1 && people >= smallestGroup);
    const next = isSafe ? -1 : smallestShown(sizes, shown);
    if (next < 0) return shown;
    shown[next] = false;
  }
}

export interface CountByWave {
  readonly total: number;
  readonly byWave: ReadonlyMap<string, number>;
}

/**
 * P3: whether a count of people may stand in the view of one wave, or of all of them for null. Nobody is no number about anybody; whoever
 * belongs to no wave is a group of its own.
 */
export function isCountShown(wave: string | null, { total, byWave }: CountByWave): boolean {
  if (wave === null) return total === 0 || total >= smallestGroup;
  if ((byWave.get(wave) ?? 0) === 0) return true;
  const counts = [...byWave.values()];
  const rest = Math.max(0, total - counts.reduce((sum, count) => sum + count, 0));
  return shownGroups([...counts, rest])[[...byWave.keys()].indexOf(wave)] === true;
}

function smallestShown(sizes: readonly number[], shown: readonly boolean[]): number {
  let found = -1;
  sizes.forEach((size, index) => {
    if (shown[index] === true && (found < 0 || size < sizes[found]!)) found = index;
  });
  return found;
}
