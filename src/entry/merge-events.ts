import { expand } from "#app/events/compact";
import { queuedBatch } from "#contract/usage-event";
import { factsIn } from "#adapters/store/forge-facts";
import { preparedDatabase } from "#adapters/store/prepared";
import { z } from "zod";

/** The consumer of event batches. Delivered twice it writes the same rows twice, which changes nothing. */
export async function mergeEvents(event: unknown): Promise<void> {
  const batch = expand(z.object({ body: queuedBatch }).parse(event).body);
  await factsIn(preparedDatabase).merge(batch);
}
