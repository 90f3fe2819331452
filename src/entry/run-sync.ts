import { advance } from "#app/sync/advance";
import { z } from "zod";
import { outsideForApp } from "./outside";

/** Below the function's 900 seconds, so that a job hands over before it is cut off. */
const seconds = 840;

export async function runSync(event: unknown): Promise<void> {
  const { run } = z.object({ body: z.object({ run: z.string() }) }).parse(event).body;
  await advance(run, outsideForApp(seconds));
}
