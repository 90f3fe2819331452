import type { SnapshotView } from "#contract/adoption";
import type { gadgetConfig, GadgetView } from "#contract/gadget";
import { oldestEvidenceHours } from "#domain/adoption/thresholds";
import { days } from "#domain/adoption/sentence";
import type { z } from "zod";

/** The part of a snapshot that fits a glance of ten seconds. */
export function gadgetView(snapshot: SnapshotView, key: string, config: z.infer<typeof gadgetConfig>): GadgetView {
  const wanted = new Set<string>(config.cards);
  const cards = snapshot.metrics.filter(({ metric }) => wanted.has(metric));
  const points = snapshot.curve?.points ?? [];
  return {
    plan: snapshot.plan.id,
    spaceKey: key.slice(0, key.lastIndexOf("-")),
    title: snapshot.plan.title,
    wave: snapshot.wave?.title ?? null,
    ageHours: snapshot.ageHours,
    stale: snapshot.ageHours !== null && snapshot.ageHours > oldestEvidenceHours,
    snapshot: snapshot.id,
    cards,
    spark: points.map(({ share }) => share),
    band: points.map(({ share, lower, upper }) => [lower ?? share, upper ?? share]),
    waiting: points.map(({ waiting }) => waiting),
    weeks: snapshot.weeks.map(({ week, ratio, provisional }) => ({ week, ratio, provisional })),
    naive: naiveSentence(snapshot),
    easier: snapshot.easier,
    gate: snapshot.gate,
  };
}

/** What a report that counts only those who made it would say of the same people. */
function naiveSentence({ curve }: SnapshotView): string | null {
  if (curve === null || curve.naiveMedianDays === null) return null;
  const { estimate } = curve.medianDays;
  const honest = estimate === null ? "half are not there yet" : `half needed ${days(estimate)}`;
  return `Counting only those who made it would say ${days(curve.naiveMedianDays)}; of all, ${honest}.`;
}
