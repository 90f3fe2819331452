import type { gadgetConfig, GadgetView, SnapshotView } from "#contract/adoption";
import { oldestEvidenceHours } from "#domain/adoption/thresholds";
import { days } from "#domain/adoption/sentence";
import type { z } from "zod";

/** Half the asked day twice over shows the shape; the gadget draws no more. */
const sparkDays = 28;

/** The part of a snapshot that fits a glance of ten seconds. */
export function gadgetView(snapshot: SnapshotView, config: z.infer<typeof gadgetConfig>): GadgetView {
  const wanted = new Set<string>(config.cards);
  const cards = snapshot.metrics.filter(({ metric }) => wanted.has(metric));
  return {
    title: snapshot.plan.title,
    wave: snapshot.wave?.title ?? null,
    ageHours: snapshot.ageHours,
    stale: snapshot.ageHours !== null && snapshot.ageHours > oldestEvidenceHours,
    snapshot: snapshot.id,
    cards,
    spark: (snapshot.curve?.points ?? []).slice(0, sparkDays + 1).map(({ share }) => share),
    naive: naiveSentence(snapshot),
    gate: snapshot.gate,
  };
}

/** What a report that counts only those who made it would say of the same people. */
function naiveSentence({ curve }: SnapshotView): string | null {
  if (curve === null || curve.naiveMedianDays === null) return null;
  return `Counting only those who made it would say: ${days(curve.naiveMedianDays)} to work alone.`;
}
