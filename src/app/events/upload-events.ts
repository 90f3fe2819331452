import type { uploadRequest, UploadView } from "#contract/sources";
import { readEventBatch } from "#formats/event-batch";
import type { BadLine, EventBatch } from "#formats/event-batch";
import type { z } from "zod";
import type { AdoptionOutside, EventQueue } from "../adoption-ports";
import type { Door } from "./door";
import { patienceSeconds } from "./fair-share";
import { pack } from "./pack";

export interface UploadOutside extends AdoptionOutside {
  readonly queue: EventQueue;
  readonly door: Door;
}

/** What is uploaded counts as one source of the plan, beside those that send by themselves. */
export const uploadSource = "upload";

/**
 * One piece of a file of events, by somebody who may administer the space. A piece with a bad line is refused whole, so that the same file can be
 * sent again once it is mended; a piece sent twice is the same piece.
 */
export async function uploadEvents(
  { plan: id, text, firstLine }: z.output<typeof uploadRequest>,
  outside: UploadOutside,
): Promise<UploadView> {
  const loaded = await outside.loadPlan(id);
  await outside.mustAdminister(loaded);
  const { plan } = loaded;
  const { events, readings, bad, completeTo } = readEventBatch(text, { plan: plan.id });
  const strays = readings.map(({ line }) => ({ line, reason: "Readings come through a source's address." }));
  const refused = [...bad, ...strays, ...events.flatMap((read) => outOfPlace(read, plan.id, outside.now))].slice(
    0,
    100,
  );
  if (refused.length > 0) {
    return {
      taken: 0,
      waitSeconds: 0,
      bad: refused.map(({ line, reason }) => ({ line: line + firstLine - 1, reason })),
    };
  }
  const batch = outside.seals.hash(text).slice(0, 32);
  const head = { plan: plan.id, zone: plan.zone, source: uploadSource, batch, receivedAt: outside.now, completeTo };
  const parts = pack(
    events.map(({ event }) => event),
    head,
    await outside.seals.personNumbers(),
  );
  const source = `${uploadSource} ${plan.id}`;
  const wait = await outside.door.admit({ source, parts: parts.length, now: outside.now });
  if (wait > 0) return { taken: 0, waitSeconds: wait, bad: [] };
  if ((await outside.queue.push(parts)) === "taken") return { taken: events.length, waitSeconds: 0, bad: [] };
  return { taken: 0, waitSeconds: patienceSeconds, bad: [] };
}

function outOfPlace({ line, event }: EventBatch["events"][number], plan: string, now: number): readonly BadLine[] {
  if (event.plan !== plan) return [{ line, reason: `Plan ${event.plan} is not this plan.` }];
  if (Date.parse(event.at) > now + 300_000) return [{ line, reason: `${event.at} lies in the future.` }];
  return [];
}
