import type { AdoptionOutside, LoadedPlan } from "../adoption-ports";
import type { GatesView } from "#contract/gates";
import type { SnapshotView } from "#contract/adoption";
import type { planRequest } from "#contract/sync";
import { deliveryLines, gateVerdict } from "#domain/governance/gates";
import type { DeliveryEvidence, GateLine } from "#domain/governance/gates";
import { verdictText } from "#domain/governance/verdict-text";
import type { z } from "zod";
import { readSnapshot, takeSnapshot } from "../adoption/read-snapshot";

export interface GatesOutside extends AdoptionOutside {
  readonly delivery: (loaded: LoadedPlan) => Promise<DeliveryEvidence>;
}

export async function gates({ plan }: z.output<typeof planRequest>, outside: GatesOutside): Promise<GatesView> {
  const loaded = await outside.loadPlan(plan);
  return view(loaded, await readSnapshot(loaded, null, outside), outside);
}

/** Works the evidence out anew and writes the verdict the workflow rule reads. */
export async function decideVerdict({ plan }: z.output<typeof planRequest>, outside: GatesOutside): Promise<GatesView> {
  const loaded = await outside.loadPlan(plan);
  return view(loaded, await writeVerdict(loaded, outside), outside);
}

/** The same for the app's own round, which shows nobody the first gate and so need not read every step for it. */
export async function renewVerdict({ plan }: z.output<typeof planRequest>, outside: AdoptionOutside): Promise<void> {
  await writeVerdict(await outside.loadPlan(plan), outside);
}

async function writeVerdict(loaded: LoadedPlan, outside: AdoptionOutside): Promise<SnapshotView> {
  const snapshot = await takeSnapshot(loaded, null, outside);
  await outside.verdicts.write(loaded.key, verdictText(snapshot.gate, outside.now));
  return snapshot;
}

async function view(loaded: LoadedPlan, snapshot: SnapshotView, outside: GatesOutside): Promise<GatesView> {
  const { plan, key } = loaded;
  const first = deliveryLines(await outside.delivery(loaded));
  const second = snapshot.gateLines.map(adoptionLine);
  return {
    plan: { id: plan.id, title: plan.title, key },
    gates: [
      { gate: "delivery", title: "Gate 1: delivery", verdict: gateVerdict(first), lines: first },
      { gate: "implementation", title: "Gate 2: implementation", verdict: gateVerdict(second), lines: second },
    ],
    written: await outside.verdicts.read(key),
  };
}

function adoptionLine({ metric, sentence, verdict }: SnapshotView["gateLines"][number]): GateLine {
  if (verdict.colour === "GREEN") return { text: sentence, met: true, mend: null, item: null };
  // Too many tickets are mended like a curve that does not fall: by asking what they are about.
  const reason = metric === "hdr" && verdict.reason === "threshold" ? "trend" : verdict.reason;
  return { text: sentence, met: false, mend: mends[reason], item: null };
}

const mends = {
  threshold: "The departments below the line need help where they work: see Adoption, by department.",
  trend: "See which process the tickets are about; a job card or a retraining bends the curve.",
  "insufficient-n": "Wait until at least ten people have started.",
  "insufficient-weeks": "Wait for four settled weeks.",
  "stale-data": "The system that reports usage has fallen silent: see Settings, Sources.",
  guard: "Too few of the people who started are at work in the new system for few tickets to mean anything.",
  undefined: "Nobody has been watched for that long yet: wait, or move the clock of the metric in the plan.",
  "no-evidence": "Nothing reports usage yet: create a source under Settings.",
  "no-decision": "Whoever decided it says under Adoption what was given up for it.",
} as const;
