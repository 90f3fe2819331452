import { expand } from "#app/events/compact";
import { takeReadings } from "#app/rollback/take-readings";
import { queuedBatch, queuedReadings } from "#contract/usage-event";
import { factsIn } from "#adapters/store/forge-facts";
import { preparedDatabase } from "#adapters/store/prepared";
import { z } from "zod";
import { loggingOutside } from "./logging-outside";
import { outsideForApp } from "./outside";

const queued = z.object({ body: z.union([queuedReadings, queuedBatch]) });

/** The consumer of what systems report. Delivered twice it writes the same rows twice, which changes nothing. */
export async function mergeEvents(event: unknown): Promise<void> {
  const { body } = queued.parse(event);
  if ("readings" in body) await takeReadings(body, loggingOutside(outsideForApp(240)));
  else await factsIn(preparedDatabase).merge(expand(body));
}
