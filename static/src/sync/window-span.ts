interface Seen {
  readonly keys: readonly string[];
  /** Of the lines drawn so far, in pixels. */
  readonly heights: ReadonlyMap<string, number>;
  readonly top: number;
}

export interface Span {
  readonly first: number;
  readonly last: number;
  /** Room for the lines that are not drawn, in pixels. */
  readonly above: number;
  readonly below: number;
}

/** What a line that was never drawn is taken to be. */
export const usualHeight = 37;
/** The frame's height, and half of it as a margin: a flick of the wheel never meets an empty page. */
const frameHeight = 560;
const margin = 280;

/** Which lines to draw for a place scrolled to, and how much room the others take. */
export function spanOf({ keys, heights, top: scrolled }: Seen): Span {
  const ends: number[] = [];
  let sum = 0;
  for (const key of keys) ends.push((sum += heights.get(key) ?? usualHeight));
  // A list that has become shorter may end above the place that was scrolled to.
  const top = Math.min(scrolled, Math.max(0, sum - frameHeight));
  const first = count(ends, (end) => end < top - margin);
  const last = Math.min(keys.length, count(ends, (end) => end < top + frameHeight + margin) + 1);
  const start = Math.min(first, last);
  return { first: start, last, above: ends[start - 1] ?? 0, below: sum - (ends[last - 1] ?? 0) };
}

function count(ends: readonly number[], isBefore: (end: number) => boolean): number {
  const at = ends.findIndex((end) => !isBefore(end));
  return at === -1 ? ends.length : at;
}
