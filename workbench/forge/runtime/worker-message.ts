import { z } from "zod";

const request = z.object({
  method: z.string(),
  path: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string().nullable(),
});

const workerMessage = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("log"), id: z.string().nullable(), level: z.string(), text: z.string() }),
  z.object({ kind: z.literal("done"), id: z.string(), result: z.string().nullable() }),
  z.object({ kind: z.literal("failed"), id: z.string(), name: z.string(), message: z.string(), stack: z.string() }),
  z.object({
    kind: z.literal("fetch"),
    call: z.number(),
    id: z.string().nullable(),
    meta: z.record(z.string(), z.unknown()),
    request,
  }),
]);

export type WorkerMessage = z.infer<typeof workerMessage>;

export function parseWorkerMessage(sent: unknown): WorkerMessage {
  return workerMessage.parse(sent);
}
