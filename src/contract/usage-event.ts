import { ticketCategories } from "#domain/adoption/ticket-category";
import type { TicketCategory } from "#domain/adoption/ticket-category";
import { z } from "zod";

/** The fields of an event, for whoever reads only some of them. */
export const eventFields = z.strictObject({
  id: z.string().min(1).max(64),
  plan: z.string().min(1).max(64),
  person: z.string().min(1).max(200),
  at: z.iso.datetime({ offset: true }),
  kind: z.enum(["access", "login", "transaction", "reversal", "left", "ticket"]),
  process: z.string().max(64).default(""),
  assisted: z.boolean().default(false),
  environment: z.string().max(32).default("production"),
  channel: z.enum(["person", "service"]).default("person"),
  category: z
    .enum(ticketCategories)
    .optional()
    .describe(
      "What a ticket was about; only on a ticket. Left out: not said. Of a ticket sent again the newest holds.",
    ),
});

/** One line of what a system reports. A ticket's `id` is the ticket's own, so that its newest version wins. */
export const usageEvent = eventFields.refine(({ kind, category }) => category === undefined || kind === "ticket", {
  error: "Only a ticket has a category: leave it out here, or send kind ticket.",
  path: ["category"],
});

/** What a batch may say of itself, on a line of its own before the events or around them. */
export const batchEnvelope = z.strictObject({
  schema: z.literal(1).default(1),
  /** Everything that happened up to here has been sent: a help desk without a ticket for a week is quiet, not silent. */
  completeTo: z.iso.datetime({ offset: true }).nullable().default(null),
});

export type UsageEvent = z.infer<typeof usageEvent>;

const written = z.string().regex(/^-?\d+(?:\.\d+)?$/, "Write a number, true or false.");

/** What a system reads off for the triggers of a rollback: a number with its unit, or whether something holds. */
export const triggerReading = z.strictObject({
  id: z.string().min(1).max(64),
  plan: z.string().min(1).max(64),
  at: z.iso.datetime({ offset: true }),
  kind: z.literal("reading"),
  /** As the trigger names it: `downtime`. */
  reading: z.string().min(1).max(100),
  value: z.union([
    z.boolean(),
    z.number(),
    z.enum(["true", "false"]).transform((word) => word === "true"),
    written.transform(Number),
  ]),
  unit: z.string().max(40).default(""),
  /** Only this rollback's; else every one whose triggers ask for it. */
  rollback: z.string().max(64).nullable().default(null),
});

export type TriggerReading = z.infer<typeof triggerReading>;

/** As they wait in the queue, apart from the facts of usage. */
export const queuedReadings = z.object({
  plan: z.string(),
  source: z.string(),
  batch: z.string(),
  readings: z.array(triggerReading),
});

export type QueuedReadings = z.infer<typeof queuedReadings>;

/** A row of a batch: people are numbers already, so no name is kept anywhere behind the door. */
export type PackedRow = readonly [
  person: number,
  at: number,
  kind: (typeof packedKinds)[number],
  process: string,
  assisted: 0 | 1,
  /** Of a ticket its id, else empty. */
  ticket: string,
  /** Of a ticket what it was about; left out where nobody said. */
  category?: TicketCategory,
];

/** Access, login, transaction, reversal, left, ticket. */
export const packedKinds = ["a", "l", "t", "r", "x", "k"] as const;

export interface PackedBatch extends z.infer<typeof batchHead> {
  readonly rows: readonly PackedRow[];
}

const batchHead = z.object({
  plan: z.string(),
  zone: z.string(),
  source: z.string(),
  batch: z.string(),
  part: z.int(),
  receivedAt: z.int(),
  /** Newest instant of the whole batch, for the completeness of the source. */
  completeTo: z.int(),
  sandbox: z.int(),
  service: z.int(),
  /** Those of its people who were named by an Atlassian account, which must be able to ask to be forgotten. */
  accounts: z.array(z.tuple([z.string(), z.number()])).default([]),
});

/** A general schema looks at a hundred thousand numbers one by one, at half the cost of reading them. */
const numbers = z.custom<readonly number[]>((read) => Array.isArray(read) && read.every(Number.isFinite));

/** A batch as it waits in the queue, a third of the weight of its rows: columns, and each name once. */
export const queuedBatch = batchHead.extend({
  people: numbers,
  /** How many rows each of them has. */
  counts: numbers,
  /** Milliseconds after the first instant of the part. */
  times: numbers,
  since: z.int(),
  /** Kind, help and process of a row in one number. */
  marks: numbers,
  processes: z.array(z.string()),
  tickets: z.array(z.string()),
  /** What each ticket was about, by its place among the categories from 1 on; 0 where nobody said. Of an older release: not there. */
  about: numbers.default([]),
});

export type QueuedBatch = z.infer<typeof queuedBatch>;
