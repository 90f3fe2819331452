/** The word somebody most likely meant; null when none is near or two are as near. */
export function nearest(word: string, known: readonly string[]): string | null {
  const most = word.length < 5 ? 1 : 2;
  const near = known
    .filter((other) => other !== word && Math.abs(other.length - word.length) <= most)
    .map((other) => ({ other, slips: slipsBetween(word, other) }))
    .filter(({ slips }) => slips <= most)
    .toSorted((a, b) => a.slips - b.slips);
  const [first, second] = near;
  return first === undefined || first.slips === second?.slips ? null : first.other;
}

/** Letters to add, leave out, change or swap with their neighbour: optimal string alignment. */
function slipsBetween(a: string, b: string): number {
  let before: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const here = [row];
    for (let at = 1; at <= b.length; at += 1) {
      const same = a[row - 1] === b[at - 1] ? 0 : 1;
      const swapped =
        a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1] ? (before[at - 2] ?? Infinity) + 1 : Infinity;
      const usual = Math.min((above[at] ?? 0) + 1, (here[at - 1] ?? 0) + 1, (above[at - 1] ?? 0) + same);
      here.push(Math.min(usual, swapped));
    }
    before = above;
    above = here;
  }
  return above.at(-1) ?? 0;
}
