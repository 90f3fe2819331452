import type { AdoptionOutside, LoadedPlan } from "../adoption-ports";
import type { SnapshotView } from "#contract/adoption";
import type { SourceFacts } from "#domain/adoption/facts";
import { oldestEvidenceHours } from "#domain/adoption/thresholds";
import { dayAt } from "#domain/calendar/zone";
import { Refusal } from "../refusal";
import type { SnapshotInput } from "./basis";
import { computeSnapshot, plannedBy, reportedBy } from "./compute-snapshot";
import { gather } from "./gather";
import { seenBy } from "./seen-by";
import { noteThresholds } from "./thresholds-kept";

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
  mustHaveWave(loaded, wave);
  const hidden = await outside.countedItems.hiddenFrom(loaded.plan.id);
  const { snapshot, sources } = await outside.facts.kept(loaded.plan.id, wave);
  const isKept = snapshot !== null && isFresh({ snapshot, sources }, loaded, outside);
  return seenBy(isKept ? aged(snapshot, outside.now) : await takeSnapshot(loaded, wave, outside), hidden);
}

/** A wave that was taken out of the plan has no numbers, which is not the same as bad ones. */
function mustHaveWave({ plan }: LoadedPlan, wave: string | null): void {
  if (wave === null || plan.waves.some(({ id }) => id === wave)) return;
  throw new Refusal("not_found", {
    message: `The plan "${plan.title}" has no wave "${wave}" any more.`,
    mend: "Choose another wave: in the list above, or under Configure in the menu of a gadget.",
  });
}

/** Young enough, of the plan as it is, and nothing has been merged since. */
function isFresh(
  { snapshot: kept, sources }: { readonly snapshot: SnapshotView; readonly sources: readonly SourceFacts[] },
  { plan }: LoadedPlan,
  { seals, now }: Pick<AdoptionOutside, "seals" | "now">,
): boolean {
  if (kept.planned !== plannedBy(plan, (text) => seals.hash(text))) return false;
  const computedAt = Date.parse(kept.computedAt);
  if (now - computedAt >= freshMinutes * minute) return false;
  if (kept.cut !== null && isTooOld(kept.cut, computedAt) !== isTooOld(kept.cut, now)) return false;
  return reportedBy(sources, (text) => seals.hash(text)) === kept.reported;
}

/** For the app itself, which sees everything. */
export async function takeSnapshot(
  loaded: LoadedPlan,
  wave: string | null,
  outside: AdoptionOutside,
): Promise<SnapshotView> {
  const snapshot = computeSnapshot(await snapshotInput(loaded, wave, outside));
  await outside.facts.keepSnapshot(loaded.plan.id, wave, snapshot);
  return snapshot;
}

/** Everything a snapshot is worked out from. That thresholds have changed is noticed here, so that nobody has to say so. */
export async function snapshotInput(
  { plan }: LoadedPlan,
  wave: string | null,
  outside: AdoptionOutside,
): Promise<SnapshotInput> {
  const { facts, seals, now } = outside;
  const counted = await outside.countedItems.sources(plan.id);
  const sources = [...(await outside.sources.list(plan.id)), ...counted];
  const sourceNames = new Map(sources.map(({ id, name }) => [id, name]));
  const [gathered, observations, history] = await Promise.all([
    gather(facts, plan, new Set(sourceNames.keys())),
    outside.observations.list(plan.id),
    noteThresholds(plan, dayAt(now, plan.zone), outside),
  ]);
  // A look that found no ticket has looked; a system that may never send one has said nothing.
  const desks = new Set(counted.filter(({ counting }) => counting.counts === "ticket").map(({ id }) => id));
  const hasTickets = gathered.hasTickets || gathered.sources.some(({ source }) => desks.has(source));
  return { ...gathered, hasTickets, observations, history, sourceNames, wave, now, hash: (text) => seals.hash(text) };
}

/** Evidence that grows too old while a snapshot lies about must not keep the colour it had. */
export function isTooOld(cut: string, at: number): boolean {
  return at - Date.parse(cut) > oldestEvidenceHours * 60 * minute;
}

function aged(snapshot: SnapshotView, now: number): SnapshotView {
  return snapshot.cut === null
    ? snapshot
    : { ...snapshot, ageHours: Math.max(0, (now - Date.parse(snapshot.cut)) / (60 * minute)) };
}
