import { receive } from "#app/events/receive";
import type { Received } from "#app/events/receive";
import { forgeEventQueue, forgeReadingQueue } from "#adapters/queue/event-queue";
import { forgeDoor } from "#adapters/queue/forge-door";
import { forgeSeals } from "#adapters/sources/seals";
import { forgeSources } from "#adapters/sources/forge-sources";
import { isStoreBusy } from "#adapters/sources/store-busy";
import { z } from "zod";

const headers = z.record(z.string(), z.array(z.string()));
const request = z.object({
  method: z.string(),
  body: z.string().default(""),
  headers: headers.default({}),
  queryParameters: headers.default({}),
});

/** The web trigger: one of the answers written out in the manifest, never one made up on the way. */
export async function receiveEvents(payload: unknown): Promise<{ outputKey: Received }> {
  const posted = request.parse(payload);
  const header = (name: string): string =>
    Object.entries(posted.headers).find(([key]) => key.toLowerCase() === name)?.[1][0] ?? "";
  const receiver = {
    sources: forgeSources,
    seals: forgeSeals,
    queue: forgeEventQueue,
    readings: forgeReadingQueue,
    door: forgeDoor(),
    now: Date.now(),
  };
  const source = posted.queryParameters["source"]?.[0] ?? "";
  const [timestamp, signature] = [header("x-uptake-timestamp"), header("x-uptake-signature")];
  try {
    return { outputKey: await receive({ source, timestamp, signature, body: posted.body }, receiver) };
  } catch (error) {
    // So many send at once that the store has no answer left to look anybody up: they are told to wait, as by a full queue.
    if (isStoreBusy(error)) return { outputKey: "too-many" };
    throw error;
  }
}
