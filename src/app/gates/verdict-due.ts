import { z } from "zod";
import type { AdoptionOutside } from "../adoption-ports";
import type { SnapshotView } from "#contract/adoption";
import { isTooOld } from "../adoption/read-snapshot";

const minute = 60_000;

/** While reports come in all the time, the verdict follows them this often. */
const followMinutes = 15;

/** Without any report it is renewed this often: thresholds may have changed in Jira, and days pass. */
const renewMinutes = 60;

const kept = z.object({ at: z.number(), gate: z.string() });

/**
 * Whether the app's own round has anything to write about a plan. Working a verdict out reads every fact of the plan and its work item;
 * this reads one setting and two rows, and a site is asked every five minutes.
 */
export async function isVerdictDue(plan: string, { settings, facts, now }: AdoptionOutside): Promise<boolean> {
  const written = kept.nullable().catch(null).parse((await settings.read(keyOf(plan))) ?? null);
  if (written === null || now - written.at >= renewMinutes * minute) return true;
  const snapshot = await facts.snapshot(plan, null);
  if (snapshot === null || gateOf(snapshot) !== written.gate) return true;
  if (snapshot.cut !== null && isTooOld(snapshot.cut, written.at) !== isTooOld(snapshot.cut, now)) return true;
  if (now - written.at < followMinutes * minute) return false;
  return (await facts.sources(plan)).some(({ lastSeenAt }) => lastSeenAt !== null && lastSeenAt >= written.at);
}

export async function noteVerdict(snapshot: SnapshotView, { settings, now }: AdoptionOutside): Promise<void> {
  await settings.write(keyOf(snapshot.plan.id), { at: now, gate: gateOf(snapshot) });
}

const gateOf = ({ gate }: SnapshotView): string => `${gate.open ? "open" : "locked"} ${gate.sentence}`;

function keyOf(plan: string): string {
  return `verdict:${plan}`;
}
