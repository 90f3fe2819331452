import type { Sample } from "./sample";

/** One row for every distinct time at which somebody's watching ended. Columns, for a million people fit in them. */
export interface RiskTable {
  readonly rows: number;
  readonly time: Float64Array;
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly competing: Float64Array;
  readonly censored: Float64Array;
}

/** Walks the sorted times once. Whoever is censored at a time was still at risk of the events at that time. */
export function riskTable(sample: Sample): RiskTable {
  const { events, competing, censored, lateEntries } = sample;
  const [time, atRisk] = [new Float64Array(sample.n), new Float64Array(sample.n)];
  const [event, rival, quiet] = [new Float64Array(sample.n), new Float64Array(sample.n), new Float64Array(sample.n)];
  let [e, c, x, entered, row] = [0, 0, 0, 0, 0];
  const early = sample.n - lateEntries.length;
  while (e < events.length || c < competing.length || x < censored.length) {
    const t = Math.min(head(events, e), head(competing, c), head(censored, x));
    while (entered < lateEntries.length && lateEntries[entered]! < t) entered += 1;
    time[row] = t;
    atRisk[row] = early + entered - e - c - x;
    const [e0, c0, x0] = [e, c, x];
    while (e < events.length && events[e] === t) e += 1;
    while (c < competing.length && competing[c] === t) c += 1;
    while (x < censored.length && censored[x] === t) x += 1;
    event[row] = e - e0;
    rival[row] = c - c0;
    quiet[row] = x - x0;
    row += 1;
  }
  const [t, r, d, o, q] = [time, atRisk, event, rival, quiet].map((column) => column.subarray(0, row));
  return { rows: row, time: t!, atRisk: r!, events: d!, competing: o!, censored: q! };
}

function head(sorted: Float64Array, place: number): number {
  return place < sorted.length ? sorted[place]! : Infinity;
}
