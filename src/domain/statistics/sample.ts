/** What is known of each person, one array entry each. Times are counted from each person's own start of clock. */
export interface People {
  /** When the person had the event or was last seen. */
  readonly time: ArrayLike<number>;
  /** 0 censored, 1 the event, 2 a competing event after which the event can never come. */
  readonly status: ArrayLike<number>;
  /** When watching began, if later than 0: before that the person was in nobody's count (left truncation). */
  readonly entry?: ArrayLike<number> | undefined;
}

/** One group of people, its times sorted by what ended them. */
export interface Sample {
  readonly n: number;
  readonly events: Float64Array;
  readonly competing: Float64Array;
  readonly censored: Float64Array;
  /** Sorted entries above 0; an entry of 0 means watched from the start, time 0 included. */
  readonly lateEntries: Float64Array;
}

/**
 * Checks and sorts. The kinds are parted before sorting, so that plain numbers are sorted, which costs no more than one
 * bare sort of all times.
 */
export function sampleOf(people: People): Sample {
  const n = people.time.length;
  if (people.status.length !== n) throw new RangeError(`There are ${n} times but ${people.status.length} statuses.`);
  if (people.entry && people.entry.length !== n) {
    throw new RangeError(`There are ${n} times but ${people.entry.length} entries.`);
  }
  const kinds = [new Float64Array(n), new Float64Array(n), new Float64Array(n)] as const;
  const counts = [0, 0, 0];
  for (let person = 0; person < n; person += 1) {
    const time = people.time[person]!;
    const status = people.status[person]!;
    if (!(time >= 0 && time < Infinity)) {
      throw new RangeError(`Person ${person + 1} has time ${time}; a time is a number from 0 up.`);
    }
    if (status !== 0 && status !== 1 && status !== 2) {
      throw new RangeError(`Person ${person + 1} has status ${status}; it is 0 censored, 1 event or 2 competing.`);
    }
    // Adding 0 turns −0 into 0, which a numeric sort would keep apart.
    kinds[status][counts[status]!++] = time + 0;
  }
  const [censored, events, competing] = kinds.map((kind, status) => kind.subarray(0, counts[status]).toSorted());
  return { n, events: events!, competing: competing!, censored: censored!, lateEntries: lateEntriesOf(people) };
}

function lateEntriesOf({ time, entry }: People): Float64Array {
  if (!entry) return new Float64Array(0);
  const late = Float64Array.from(entry).filter((at) => at !== 0);
  for (let person = 0; person < entry.length; person += 1) {
    const at = entry[person]!;
    if (!(at >= 0)) throw new RangeError(`Person ${person + 1} has entry ${at}; an entry is a number from 0 up.`);
    if (at > 0 && at >= time[person]!) {
      throw new RangeError(`Person ${person + 1} enters at ${at}, not before the time ${time[person]}.`);
    }
  }
  return late.toSorted();
}

/** How many are watched and still without an ending just before `t`: entered before t, and not gone before t. */
export function atRiskAt(sample: Sample, t: number): number {
  const entered = sample.n - sample.lateEntries.length + countBelow(sample.lateEntries, t);
  const gone = countBelow(sample.events, t) + countBelow(sample.competing, t) + countBelow(sample.censored, t);
  return entered - gone;
}

/** The longest anybody was watched; `null` for nobody. */
export function lastTime(sample: Sample): number | null {
  if (sample.n === 0) return null;
  return Math.max(sample.events.at(-1) ?? 0, sample.competing.at(-1) ?? 0, sample.censored.at(-1) ?? 0);
}

/** How many of the sorted numbers lie below `limit`. */
export function countBelow(sorted: Float64Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
