import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../clock";
import { queue as limits } from "./limits";
import type { Outcome } from "./runtime/isolate";
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

export const retryRequest = z.object({
  _retry: z.literal(true),
  retryOptions: z.object({
    retryAfter: z.number().optional(),
    retryReason: z.string().optional(),
    retryData: z.unknown().optional(),
  }),
});

/** At-least-once delivery: a parcel is on disk before it is acknowledged, and is done only once its function has returned. */
export interface Deliveries {
  readonly add: (parcels: readonly Parcel[]) => void;
  /** Delivers all that is due, and what falls due by it. */
  readonly tick: () => Promise<void>;
  /** What is under way stays so on disk, and is delivered again by the next start. */
  readonly stop: () => void;
  readonly tally: (job: string) => Readonly<Record<string, number>>;
  readonly cancel: (job: string) => void;
  readonly sentSince: (at: number) => number;
}

const atOnce = 8;

export function createDeliveries(
  state: State,
  clock: Clock,
  deliver: (parcel: Delivery) => Promise<Outcome>,
): Deliveries {
  // Whatever was under way when the process died is delivered again.
  state.exec("UPDATE delivery SET state = 'waiting' WHERE state = 'running'");
  const insert = state.prepare(
    `INSERT INTO delivery (id, kind, module_key, job, body, lane, lane_limit, delay_seconds, depth, sent_at, due_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const nextDue = state.prepare(
    `SELECT * FROM delivery d WHERE state = 'waiting' AND due_at <= ? AND (lane IS NULL OR lane_limit >
       (SELECT COUNT(*) FROM delivery r WHERE r.state = 'running' AND r.lane = d.lane)) ORDER BY due_at, seq LIMIT 1`,
  );
  const start = state.prepare("UPDATE delivery SET state = 'running', tries = tries + 1 WHERE seq = ?");
  const finish = state.prepare("UPDATE delivery SET state = ? WHERE seq = ? AND state = 'running'");
  const again = state.prepare(
    "UPDATE delivery SET state = 'waiting', due_at = ?, retry = ? WHERE seq = ? AND state = 'running'",
  );
  const count = state.prepare("SELECT state, COUNT(*) AS n FROM delivery WHERE job = ? GROUP BY state");
  const recent = state.prepare("SELECT COUNT(*) AS n FROM delivery WHERE kind = 'event' AND sent_at > ?");
  const running = new Set<Promise<void>>();
  let stopped = false;

  async function deliverOne(parcel: Delivery): Promise<void> {
    const outcome = await deliver(parcel);
    if (stopped) return;
    const retry = retryOf(outcome);
    if (retry === null) finish.run("success", parcel.seq);
    else if (parcel.tries >= limits.retries || clock.now() - parcel.sent_at > limits.retentionMs)
      finish.run("failed", parcel.seq);
    else again.run(clock.now() + (retry.afterMs ?? backoff(parcel.tries)), JSON.stringify(retry), parcel.seq);
  }

  function pump(): void {
    while (running.size < atOnce) {
      const due = stopped ? undefined : nextDue.get(clock.now());
      if (due === undefined) return;
      const parcel = delivery.parse(due);
      start.run(parcel.seq);
      const done = deliverOne(parcel).finally(() => {
        running.delete(done);
        pump();
      });
      running.add(done);
    }
  }

  return {
    add(parcels) {
      state.exec("BEGIN");
      for (const { kind, moduleKey, job, body, lane, delaySeconds, dueAt, depth } of parcels) {
        const text = JSON.stringify(body);
        insert.run(
          randomUUID(),
          kind,
          moduleKey,
          job,
          text,
          lane?.key ?? null,
          lane?.limit ?? null,
          delaySeconds,
          depth,
          clock.now(),
          dueAt,
        );
      }
      state.exec("COMMIT");
    },
    async tick() {
      pump();
      while (running.size > 0) await Promise.race(running);
    },
    stop() {
      stopped = true;
    },
    tally: (job) => Object.fromEntries(count.all(job).map((row) => [String(row["state"]), Number(row["n"])])),
    cancel: (job) =>
      void state.prepare("UPDATE delivery SET state = 'cancelled' WHERE job = ? AND state = 'waiting'").run(job),
    sentSince: (at) => Number(recent.get(at)?.["n"]),
  };
}

function backoff(tries: number): number {
  return limits.backoffMs[Math.min(tries, limits.backoffMs.length - 1)] ?? 0;
}

/** Null when the function was content; otherwise why it wants, or needs, another attempt. */
function retryOf(
  outcome: Outcome,
): { readonly afterMs: number | null; readonly reason: string; readonly data: unknown } | null {
  if (outcome.kind === "failed") {
    const reason = outcome.code === "FUNCTION_ERROR" ? "FUNCTION_PLATFORM_UNKNOWN_ERROR" : outcome.code;
    return { afterMs: null, reason, data: undefined };
  }
  const asked = retryRequest.safeParse(outcome.value);
  if (!asked.success) return null;
  const { retryAfter, retryReason, retryData } = asked.data.retryOptions;
  const fits = Buffer.byteLength(JSON.stringify(retryData) ?? "") <= limits.retryDataBytes;
  return {
    afterMs: Math.min(retryAfter ?? 1, limits.retryAfterMostSeconds) * 1000,
    reason: retryReason ?? "FUNCTION_RETRY_REQUEST",
    data: fits ? retryData : undefined,
  };
}
