import { receive } from "#app/events/receive";
import type { Received } from "#app/events/receive";
import { forgeEventQueue, forgeReadingQueue } from "#adapters/queue/event-queue";
import { forgeDoor } from "#adapters/queue/forge-door";
import { forgeSeals } from "#adapters/sources/seals";
import { forgeSources } from "#adapters/sources/forge-sources";
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
  const outputKey = await receive(
    {
      source: posted.queryParameters["source"]?.[0] ?? "",
      timestamp: header("x-uptake-timestamp"),
      signature: header("x-uptake-signature"),
      body: posted.body,
    },
    {
      sources: forgeSources,
      seals: forgeSeals,
      queue: forgeEventQueue,
      readings: forgeReadingQueue,
      door: forgeDoor(),
      now: Date.now(),
    },
  );
  return { outputKey };
}
