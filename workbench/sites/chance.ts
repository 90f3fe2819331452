/** Chance that repeats: the same seed gives the same site on every machine (Mulberry32). */
export interface Chance {
  next(): number;
  below(limit: number): number;
  /** Days until something that happens at a steady rate, on average after `mean` days. */
  wait(mean: number): number;
}

export function createChance(seed: number): Chance {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, below: (limit) => Math.floor(next() * limit), wait: (mean) => -Math.log(1 - next()) * mean };
}
