import { z } from "zod";
import type { AdoptionOutside } from "../adoption-ports";
import type { SnapshotView } from "#contract/adoption";
import { isTooOld } from "../adoption/read-snapshot";

const minute = 60_000;

/** The round comes every five minutes, and every third looks. Whoever cannot wait presses “Recompute now”. */
const [roundMinutes, lookRounds] = [5, 3];

/** Without any report it is worked out this often: days pass, and waves go live. */
const renewMinutes = 60;

/** An open verdict is good for 48 hours; written again after half of that, it neither runs out nor fills the history of the work item. */
const rewriteMinutes = 24 * 60;

/** What the app remembers of a plan's verdict, so that its round every five minutes costs next to nothing. */
export interface VerdictNote {
  /** When it was last worked out, or tried to. */
  readonly at: number;
  /** What it said; null where it could not be worked out or written. */
  readonly gate: string | null;
  readonly writtenAt: number;
}

const shape = z.object({ at: z.number(), gate: z.string().nullable(), writtenAt: z.number() }).nullable().catch(null);

export async function readNote(plan: string, { settings }: AdoptionOutside): Promise<VerdictNote | null> {
  return shape.parse(await settings.read(keyOf(plan)));
}

export async function keepNote(plan: string, note: VerdictNote, { settings }: AdoptionOutside): Promise<void> {
  await settings.write(keyOf(plan), note);
}

/** Whether there may be anything to say. Working a verdict out reads every fact of the plan and its work item; this takes one statement. */
export async function isDue(note: VerdictNote | null, plan: string, outside: AdoptionOutside): Promise<boolean> {
  const { facts, now } = outside;
  if (note === null || now - note.at >= renewMinutes * minute) return true;
  const round = Math.round((now - note.at) / (roundMinutes * minute));
  if (note.gate === null || round % lookRounds !== 0) return false;
  const { snapshot, sources } = await facts.kept(plan, null);
  if (snapshot === null || gateOf(snapshot) !== note.gate) return true;
  if (snapshot.cut !== null && isTooOld(snapshot.cut, note.at) !== isTooOld(snapshot.cut, now)) return true;
  return sources.some(({ lastSeenAt }) => lastSeenAt !== null && lastSeenAt >= note.at);
}

/** Whether the field says it already, for long enough. */
export function isWritten(note: VerdictNote, snapshot: SnapshotView, now: number): boolean {
  return note.gate === gateOf(snapshot) && now - note.writtenAt < rewriteMinutes * minute;
}

export const gateOf = ({ gate }: SnapshotView): string => `${gate.open ? "open" : "locked"} ${gate.sentence}`;

function keyOf(plan: string): string {
  return `verdict:${plan}`;
}
