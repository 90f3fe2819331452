import type { AdoptionOutside, LoadedPlan } from "../adoption-ports";
import type { SnapshotView } from "#contract/adoption";
import { computeSnapshot } from "./compute-snapshot";
import { gather } from "./gather";

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
  if (kept !== null && (await isFresh(kept, outside))) return aged(kept, outside.now);
  return takeSnapshot(loaded, wave, outside);
}

/** Young enough, and nothing has been reported since. */
async function isFresh(kept: SnapshotView, { facts, now }: AdoptionOutside): Promise<boolean> {
  const computedAt = Date.parse(kept.computedAt);
  if (now - computedAt >= freshMinutes * minute) return false;
  const sources = await facts.sources(kept.plan.id);
  return sources.every(({ lastSeenAt }) => lastSeenAt === null || lastSeenAt < computedAt);
}

export async function takeSnapshot(
  { plan }: LoadedPlan,
  wave: string | null,
  outside: AdoptionOutside,
): Promise<SnapshotView> {
  const { facts, seals, now } = outside;
  const gathered = await gather(facts, plan);
  const snapshot = computeSnapshot({ ...gathered, plan, wave, now, hash: (text) => seals.hash(text) });
  await facts.keepSnapshot(plan.id, wave, snapshot);
  return snapshot;
}

function aged(snapshot: SnapshotView, now: number): SnapshotView {
  return snapshot.cut === null
    ? snapshot
    : { ...snapshot, ageHours: Math.max(0, (now - Date.parse(snapshot.cut)) / (60 * minute)) };
}
