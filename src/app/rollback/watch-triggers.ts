import { z } from "zod";
import type { Outside } from "../ports";
import { Refusal } from "../refusal";
import { keepTriggers } from "./keep-record";
import { openRollbacks } from "./open-rollbacks";
import { ownReadings } from "./readings";
import type { RollbackOutside } from "./rollback-ports";

const key = "watched-rollbacks";
/** By plan: when something was last read off. */
const watched = z.record(z.string(), z.number()).catch({});
/** Long after a window has closed nothing turns by itself any more. */
const watchedMs = 7 * 86_400_000;

/** From now on the plan's triggers are looked at also while nobody is at a keyboard. */
export async function watch(plan: string, { settings, clock }: Outside): Promise<void> {
  await settings.write(key, { ...watched.parse(await settings.read(key)), [plan]: clock.now() });
}

/** A downtime that runs passes its limit, and a reading grows too old, without anybody entering a thing. */
export async function watchTriggers(outside: RollbackOutside): Promise<void> {
  const before = watched.parse(await outside.settings.read(key));
  const fresh = Object.entries(before).filter(([, at]) => outside.clock.now() - at < watchedMs);
  for (const [plan] of fresh) await lookAt(plan, outside);
  if (fresh.length < Object.keys(before).length) await outside.settings.write(key, Object.fromEntries(fresh));
}

async function lookAt(plan: string, outside: RollbackOutside): Promise<void> {
  try {
    const open = await openRollbacks(plan, outside);
    for (const rollback of open.plan.rollbacks) {
      const item = open.items.get(rollback.id);
      const isRead = ownReadings(rollback, open.log.readings).length > 0;
      if (item !== undefined && isRead) await keepTriggers({ ...open, rollback, item }, outside);
    }
  } catch (error) {
    // A plan whose work item has gone must not keep the others unwatched.
    if (!(error instanceof Refusal)) throw error;
  }
}
