/** What somebody saw and wrote down: no system reports it. Never changed; a later one of the same kind, name and day takes its place. */
export interface Observation {
  readonly id: string;
  readonly kind: ObservationKind;
  /** Which KPI, field, process, department or wave. */
  readonly name: string;
  readonly day: string;
  readonly part: number;
  /** Null where the number is no part of anything. */
  readonly whole: number | null;
  /** When it was written down. */
  readonly at: number;
  /** The account of whoever did; empty for reports of work beside the system, which are made without a name. */
  readonly by: string;
}

export const observationKinds = ["kpi", "field", "case", "migrated", "attendance", "shadow", "legacy"] as const;
export type ObservationKind = (typeof observationKinds)[number];

/** O1: what holds now, by name: the newest day, and of one day what was written last. */
export function newestOf(
  observations: readonly Observation[],
  kind: ObservationKind,
): ReadonlyMap<string, Observation> {
  const newest = new Map<string, Observation>();
  for (const seen of observations) {
    const held = newest.get(seen.name);
    if (seen.kind === kind && (held === undefined || isAfter(seen, held))) newest.set(seen.name, seen);
  }
  return newest;
}

function isAfter(a: Observation, b: Observation): boolean {
  if (a.day !== b.day) return a.day > b.day;
  return a.at === b.at ? a.id > b.id : a.at > b.at;
}
