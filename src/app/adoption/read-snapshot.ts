import type { AdoptionOutside, LoadedPlan } from "../adoption-ports";
import type { SnapshotView } from "#contract/adoption";
import { computeSnapshot } from "./compute-snapshot";

const minute = 60_000;

/** A page may show numbers this old before they are worked out again. */
const freshMinutes = 10;

/**
 * The snapshot every view reads: gadget, page, export and gate get the same one. Its age is counted at the moment of reading, so that
 * a snapshot lying about never looks younger than it is.
 */
export async function readSnapshot(
  loaded: LoadedPlan,
  wave: string | null,
  outside: AdoptionOutside,
): Promise<SnapshotView> {
  const kept = await outside.facts.snapshot(loaded.plan.id, wave);
  if (kept !== null && outside.now - Date.parse(kept.computedAt) < freshMinutes * minute)
    return aged(kept, outside.now);
  return takeSnapshot(loaded, wave, outside);
}

export async function takeSnapshot(
  { plan }: LoadedPlan,
  wave: string | null,
  outside: AdoptionOutside,
): Promise<SnapshotView> {
  const { facts, seals, now } = outside;
  const [people, weeks, sources] = await Promise.all([
    facts.people(plan.id, wave),
    facts.weeks(plan.id, wave),
    facts.sources(plan.id),
  ]);
  const snapshot = computeSnapshot({ plan, wave, people, weeks, sources, now, hash: (text) => seals.hash(text) });
  await facts.keepSnapshot(plan.id, wave, snapshot);
  return snapshot;
}

function aged(snapshot: SnapshotView, now: number): SnapshotView {
  return snapshot.cut === null
    ? snapshot
    : { ...snapshot, ageHours: Math.max(0, (now - Date.parse(snapshot.cut)) / (60 * minute)) };
}
