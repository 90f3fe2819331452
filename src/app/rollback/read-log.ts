import type { Entry } from "#domain/rollback/evaluate";
import type { NoticeTask } from "#domain/rollback/announce";
import type { RunEvent } from "#domain/rollback/run";
import { z } from "zod";
import type { PlanRef } from "../sync/run-ports";
import type { KeptEntry, PlanLog } from "../log";

/** A reading belongs to one rollback: two may both watch “downtime”, each its own system. */
export type Reading = Entry & { readonly rollback: string };

export interface Lesson {
  readonly id: string;
  readonly run: string;
  readonly at: number;
  readonly by: string;
  readonly text: string;
}

/** The work item made for a notice. */
export interface NoticeItem {
  readonly key: string;
  readonly issue: string;
}

/** A notice with the newest work item known when it was made: whatever was created for it stands after that. */
export type KeptNotice = NoticeTask & { readonly run: string; readonly mark: number; readonly rehearsal: boolean };

export interface ReadLog {
  readonly readings: readonly Reading[];
  readonly runs: readonly RunEvent[];
  readonly notices: readonly KeptNotice[];
  /** By the key of the notice. */
  readonly tasks: ReadonlyMap<string, NoticeItem>;
  readonly lessons: readonly Lesson[];
}

export async function readLog(log: PlanLog, ref: PlanRef): Promise<ReadLog> {
  const entries = await log.read(ref, ["reading", "run", "notice", "task", "lesson"]);
  return {
    readings: parsed(entries, "reading", reading),
    runs: parsed(entries, "run", runEvent),
    notices: parsed(entries, "notice", notice),
    tasks: new Map(parsed(entries, "task", task).map(({ id, ...item }) => [id, item])),
    lessons: parsed(entries, "lesson", lesson),
  };
}

/** What an older release wrote and this one cannot read is left out rather than misread. */
function parsed<S extends z.ZodType>(entries: readonly KeptEntry[], kind: string, schema: S): z.output<S>[] {
  return entries.flatMap((entry) => {
    if (entry.kind !== kind) return [];
    const read = schema.safeParse({ ...asRecord(entry.body), id: entry.id, at: entry.at });
    return read.success ? [read.data] : [];
  });
}

function asRecord(body: unknown): object {
  return typeof body === "object" && body !== null ? body : {};
}

const happened = { id: z.string(), at: z.number(), by: z.string() };

const reading = z.discriminatedUnion("kind", [
  z.object({
    ...happened,
    rollback: z.string(),
    reading: z.string(),
    kind: z.literal("value"),
    value: z.number(),
    unit: z.string(),
  }),
  z.object({
    ...happened,
    rollback: z.string(),
    reading: z.string(),
    kind: z.literal("counts"),
    part: z.number(),
    whole: z.number(),
  }),
  z.object({ ...happened, rollback: z.string(), reading: z.string(), kind: z.literal("fact"), holds: z.boolean() }),
  z.object({
    ...happened,
    rollback: z.string(),
    reading: z.string(),
    kind: z.literal("running"),
    since: z.number(),
    until: z.number().nullable(),
  }),
]);

const timedStep = z.object({
  id: z.string(),
  title: z.string(),
  owner: z.string().nullable(),
  minutes: z.number().nullable(),
  after: z.array(z.string()),
});

const runEvent = z.discriminatedUnion("kind", [
  z.object({
    ...happened,
    run: z.string(),
    kind: z.literal("started"),
    rollback: z.string(),
    purpose: z.enum(["rehearsal", "real"]),
    steps: z.array(timedStep),
  }),
  z.object({ ...happened, run: z.string(), kind: z.enum(["ticked", "unticked"]), step: z.string() }),
  z.object({ ...happened, run: z.string(), kind: z.literal("aborted"), reason: z.string() }),
]);

const notice = z
  .object({
    id: z.string(),
    at: z.number(),
    run: z.string(),
    mark: z.number(),
    rehearsal: z.boolean(),
    audience: z.string(),
    messages: z.array(z.object({ channel: z.string(), text: z.string() })),
    owner: z.string().nullable(),
    members: z.array(z.string()),
  })
  .transform(({ id, ...kept }): KeptNotice => ({ key: id, ...kept }));

const task = z.object({ id: z.string(), key: z.string(), issue: z.string() });

const lesson = z.object({ ...happened, run: z.string(), text: z.string() });
