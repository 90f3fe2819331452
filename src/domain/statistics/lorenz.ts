/** The poorest part p of the people, and the part of everything they hold. */
export interface LorenzPoint {
  readonly people: number;
  readonly share: number;
}

/**
 * The Lorenz curve (1905): people sorted from least to most, cumulative share of the total after each.
 * `null` when there is nothing to share. People with nothing belong in `amounts`: they are what the curve shows.
 */
export function lorenz(amounts: ArrayLike<number>): readonly LorenzPoint[] | null {
  const sorted = sortAmounts(amounts);
  const total = sorted.reduce((sum, amount) => sum + amount, 0);
  if (total === 0) return null;
  let held = 0;
  const points = Array.from(sorted, (amount, place) => {
    held += amount;
    return { people: (place + 1) / sorted.length, share: held / total };
  });
  return [{ people: 0, share: 0 }, ...points];
}

/**
 * The share held by the top `part` of people: 1 − L(1 − part), on the straight line between two people where the part
 * is no whole number of them. Nine people with 1 and one with 11: the top tenth holds 11/20.
 */
export function topShare(amounts: ArrayLike<number>, part: number): number | null {
  if (!(part > 0 && part <= 1))
    throw new RangeError(`A part of the people lies above 0 and up to 1; ${part} does not.`);
  const sorted = sortAmounts(amounts);
  const total = sorted.reduce((sum, amount) => sum + amount, 0);
  if (total === 0) return null;
  // Rounding keeps 0.1 × 30 people at three whole people.
  const people = Number((part * sorted.length).toFixed(9));
  const whole = Math.floor(people);
  let held = 0;
  for (let place = 1; place <= whole; place += 1) held += sorted[sorted.length - place]!;
  if (whole < sorted.length) held += (people - whole) * sorted[sorted.length - whole - 1]!;
  return held / total;
}

function sortAmounts(amounts: ArrayLike<number>): Float64Array {
  const sorted = Float64Array.from(amounts).toSorted();
  if (!sorted.every((amount) => amount >= 0 && Number.isFinite(amount))) {
    throw new RangeError("Shares are taken of amounts from 0 up; one of the amounts is negative or not a number.");
  }
  return sorted;
}
