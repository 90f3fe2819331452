import { z } from "zod";

const id = z.string().nullable();
const headers = z.record(z.string(), z.string());
const request = z.object({ method: z.string(), path: z.string(), headers, body: z.string().nullable() });
const error = z.object({ message: z.string(), stack: z.string() }).nullable();

const workerMessage = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("log"), id, level: z.string(), text: z.string() }),
  z.object({ kind: z.literal("ended"), id: z.string(), result: z.string().nullable(), error }),
  z.object({ kind: z.literal("fetch"), call: z.number(), id, meta: z.unknown(), request }),
]);

export type WorkerMessage = z.infer<typeof workerMessage>;

export function parseWorkerMessage(sent: unknown): WorkerMessage {
  return workerMessage.parse(sent);
}
