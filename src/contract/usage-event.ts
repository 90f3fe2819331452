import { z } from "zod";

/** One line of what a system reports. A ticket's `id` is the ticket's own, so that its newest version wins. */
export const usageEvent = z.strictObject({
  id: z.string().min(1).max(64),
  plan: z.string().min(1).max(64),
  person: z.string().min(1).max(200),
  at: z.iso.datetime({ offset: true }),
  kind: z.enum(["access", "login", "transaction", "reversal", "left", "ticket"]),
  process: z.string().max(64).default(""),
  assisted: z.boolean().default(false),
  environment: z.string().max(32).default("production"),
  channel: z.enum(["person", "service"]).default("person"),
});

export type UsageEvent = z.infer<typeof usageEvent>;

/** What the receiver hands to the queue: people are numbers already, so no name waits there. */
export const packedRow = z.tuple([
  z.number().int(), // person
  z.number().int(), // instant, ms
  z.enum(["a", "l", "t", "r", "x", "k"]),
  z.string(), // process
  z.union([z.literal(0), z.literal(1)]), // assisted
  z.string(), // ticket id, else empty
]);

export type PackedRow = z.infer<typeof packedRow>;

export const packedBatch = z.object({
  plan: z.string(),
  zone: z.string(),
  source: z.string(),
  batch: z.string(),
  part: z.number().int(),
  receivedAt: z.number().int(),
  /** Newest instant of the whole batch, for the completeness of the source. */
  completeTo: z.number().int(),
  sandbox: z.number().int(),
  service: z.number().int(),
  rows: z.array(packedRow),
});

export type PackedBatch = z.infer<typeof packedBatch>;
