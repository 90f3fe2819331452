import type { Clock } from "../wire/clock";

interface Rate {
  readonly most: number;
  readonly perMs: number;
}

/** A sliding window: `take` says whether `amount` more still fits, and books it only then. */
export function createRate(clock: Clock, rate: Rate): { take(amount: number): boolean } {
  let taken: { at: number; amount: number }[] = [];
  return {
    take(amount) {
      const now = clock.now();
      taken = taken.filter((each) => each.at > now - rate.perMs);
      if (taken.reduce((sum, each) => sum + each.amount, amount) > rate.most) return false;
      taken.push({ at: now, amount });
      return true;
    },
  };
}
