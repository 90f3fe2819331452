import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../wire/clock";
import { queue as limits } from "./limits";
import { failure } from "./runtime/outcome";
import type { Outcome } from "./runtime/outcome";
import type { State } from "./state";

export interface Parcel {
  readonly kind: "event" | "product";
  readonly moduleKey: string;
  readonly job: string;
  readonly body: unknown;
  /** Events of one lane run at most `limit` at a time, across queues. */
  readonly lane: { readonly key: string; readonly limit: number } | null;
  readonly delaySeconds: number | null;
  readonly dueAt: number;
  readonly depth: number;
}

const delivery = z.object({
  seq: z.number(),
  id: z.string(),
  kind: z.enum(["event", "product"]),
  module_key: z.string(),
  job: z.string(),
  body: z.string(),
  lane: z.string().nullable(),
  lane_limit: z.number().nullable(),
  delay_seconds: z.number().nullable(),
  depth: z.number(),
  sent_at: z.number(),
  tries: z.number(),
  retry: z.string().nullable(),
});
export type Delivery = z.infer<typeof delivery>;
export type Deliveries = ReturnType<typeof createDeliveries>;

const atOnce = 8;

/** At-least-once delivery: a parcel is on disk before it is acknowledged, and is done only once its function has returned. */
export function createDeliveries(state: State, clock: Clock, deliver: (parcel: Delivery) => Promise<Outcome>) {
  const rows = deliveryRows(state);
  const running = new Set<Promise<void>>();
  let stopped = false;

  async function deliverOne(parcel: Delivery): Promise<void> {
    const outcome = await deliver(parcel).catch((error: unknown) => failure("FUNCTION_ERROR", String(error)));
    // What is under way at the end stays so on disk, and is delivered again by the next start.
    if (stopped) return;
    const retry = retryOf(outcome, parcel.tries);
    const isOver = parcel.tries >= limits.retries || clock.now() - parcel.sent_at > limits.retentionMs;
    if (retry === null || isOver) rows.finish.run(retry === null ? "success" : "failed", parcel.seq);
    else rows.again.run(clock.now() + retry.afterMs, JSON.stringify(retry), parcel.seq);
  }

  function pump(): void {
    while (running.size < atOnce) {
      const due = stopped ? undefined : rows.nextDue.get(clock.now());
      if (due === undefined) return;
      const parcel = delivery.parse(due);
      rows.start.run(parcel.seq);
      const done = deliverOne(parcel).finally(() => {
        running.delete(done);
        pump();
      });
      running.add(done);
    }
  }

  return {
    add: (parcels: readonly Parcel[]) => add(state, rows, { parcels, now: clock.now() }),
    /** Delivers all that is due, and what falls due by it. */
    async tick(): Promise<void> {
      pump();
      while (running.size > 0) await Promise.race(running);
    },
    stop: () => void (stopped = true),
    tally: (job: string): Readonly<Record<string, number>> =>
      Object.fromEntries(rows.count.all(job).map((row) => [String(row["state"]), Number(row["n"])])),
    cancel: (job: string) => void rows.cancel.run(job),
    sentSince: (at: number) => Number(rows.recent.get(at)?.["n"]),
  };
}

function add(
  state: State,
  { insert }: ReturnType<typeof deliveryRows>,
  { parcels, now }: { parcels: readonly Parcel[]; now: number },
): void {
  state.exec("BEGIN");
  for (const { kind, moduleKey, job, body, lane, delaySeconds, dueAt, depth } of parcels) {
    const due = [lane?.key ?? null, lane?.limit ?? null, delaySeconds, depth, now, dueAt] as const;
    insert.run(randomUUID(), kind, moduleKey, job, JSON.stringify(body), ...due);
  }
  state.exec("COMMIT");
}

function deliveryRows(state: State) {
  state.exec("UPDATE delivery SET state = 'waiting' WHERE state = 'running'");
  return {
    insert: state.prepare(
      `INSERT INTO delivery (id, kind, module_key, job, body, lane, lane_limit, delay_seconds, depth, sent_at, due_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    nextDue: state.prepare(
      `SELECT * FROM delivery d WHERE state = 'waiting' AND due_at <= ? AND (lane IS NULL OR lane_limit >
         (SELECT COUNT(*) FROM delivery r WHERE r.state = 'running' AND r.lane = d.lane)) ORDER BY due_at, seq LIMIT 1`,
    ),
    start: state.prepare("UPDATE delivery SET state = 'running', tries = tries + 1 WHERE seq = ?"),
    finish: state.prepare("UPDATE delivery SET state = ? WHERE seq = ? AND state = 'running'"),
    again: state.prepare(
      "UPDATE delivery SET state = 'waiting', due_at = ?, retry = ? WHERE seq = ? AND state = 'running'",
    ),
    cancel: state.prepare("UPDATE delivery SET state = 'cancelled' WHERE job = ? AND state = 'waiting'"),
    count: state.prepare("SELECT state, COUNT(*) AS n FROM delivery WHERE job = ? GROUP BY state"),
    recent: state.prepare("SELECT COUNT(*) AS n FROM delivery WHERE kind = 'event' AND sent_at > ?"),
  };
}

const retryRequest = z.object({
  _retry: z.literal(true),
  retryOptions: z.object({
    retryAfter: z.number().default(1),
    retryReason: z.string().default("FUNCTION_RETRY_REQUEST"),
    retryData: z.unknown().optional(),
  }),
});

/** Null when the function was content; otherwise when and why it wants, or needs, another attempt. */
function retryOf(
  outcome: Outcome,
  tries: number,
): { readonly afterMs: number; readonly reason: string; readonly data?: unknown } | null {
  if (outcome.kind === "failed") {
    const reason = outcome.code === "FUNCTION_ERROR" ? "FUNCTION_PLATFORM_UNKNOWN_ERROR" : outcome.code;
    return { afterMs: limits.backoffMs[Math.min(tries, limits.backoffMs.length - 1)] ?? 0, reason };
  }
  const asked = retryRequest.safeParse(outcome.value);
  if (!asked.success) return null;
  const { retryAfter, retryReason: reason, retryData } = asked.data.retryOptions;
  const fits = Buffer.byteLength(JSON.stringify(retryData) ?? "") <= limits.retryDataBytes;
  return {
    afterMs: Math.min(retryAfter, limits.retryAfterMostSeconds) * 1000,
    reason,
    data: fits ? retryData : undefined,
  };
}
