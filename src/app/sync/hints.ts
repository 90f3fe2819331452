import type { Outside } from "../ports";
import { Refusal } from "../refusal";
import type { PlanRef } from "./run-ports";
import { findMapping } from "./space-mapping";
import { sweep } from "./sweep";
import { readWatch } from "./watch";

/** An event may be followed by hundreds; one look answers them all. */
const atMostEveryMs = 60_000;

/**
 * Something has happened to these work items. It is only a hint: it may come twice, late, out of order or never, so it decides when to
 * look, and never what is found. The schedule looks once more, since the search index may not know yet what the event tells.
 */
export async function noteHint(issues: readonly string[], outside: Outside): Promise<void> {
  for (const ref of await outside.runs.plansOf(issues)) {
    const [{ checkedAt }, begunAt] = await Promise.all([readWatch(ref, outside), readBegun(ref, outside)]);
    const now = outside.clock.now();
    const isDue = now - Math.max(checkedAt ?? 0, begunAt) >= atMostEveryMs;
    // Said before looking: a bulk change sends a hundred events while the first of them still looks.
    await outside.settings.write(hintKey(ref), isDue ? now : begunAt);
    if (isDue) await look(ref, outside);
  }
}

/** The app's own changes send no events: after a run the round looks once, at whatever the index knows by then. */
export async function lookSoon(ref: PlanRef, { settings }: Outside): Promise<void> {
  await settings.write(hintKey(ref), 0);
}

async function readBegun(ref: PlanRef, { settings }: Outside): Promise<number> {
  return Number((await settings.read(hintKey(ref))) ?? 0);
}

/** Looks at those of the plans something was said about. */
export async function sweepHinted(plans: readonly PlanRef[], outside: Outside): Promise<void> {
  for (const ref of plans) {
    if (isOverdue(outside)) return;
    if ((await outside.settings.read(hintKey(ref))) === null) continue;
    await outside.settings.remove(hintKey(ref));
    await look(ref, outside);
  }
}

/** Looks at every plan, whatever was said: events get lost. */
export async function sweepAll(plans: readonly PlanRef[], outside: Outside): Promise<void> {
  for (const ref of plans) {
    if (isOverdue(outside)) return;
    await look(ref, outside);
  }
}

async function look(ref: PlanRef, outside: Outside): Promise<void> {
  const mapping = await findMapping(outside.settings, ref.space);
  if (mapping === null) return;
  try {
    await sweep(ref, mapping, outside);
  } catch (error) {
    // A space that Jira does not show the app any more, or an hour whose allowance is spent, must not keep the other plans waiting.
    if (!(error instanceof Refusal)) throw error;
  }
}

function isOverdue({ clock, deadline }: Outside): boolean {
  return clock.now() >= deadline;
}

function hintKey({ space, plan }: PlanRef): string {
  return `hint:${space}:${plan}`;
}
