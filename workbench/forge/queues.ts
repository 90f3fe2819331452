import { z } from "zod";
import type { HttpAnswer } from "../wire/wire";
import type { Clock } from "../wire/clock";
import { empty, json } from "./answers";
import type { Deliveries, Delivery } from "./deliveries";
import type { Invocation } from "./invocations";
import { queue as limits } from "./limits";
import type { Manifest, Module } from "./manifest";

const event = z.object({
  body: z.record(z.string(), z.unknown()),
  delayInSeconds: z.number().min(0).max(limits.delayMostSeconds).default(0),
  concurrency: z.object({ key: z.string(), limit: z.number().int().min(1) }).optional(),
});
const push = z.object({ queueName: z.string(), jobId: z.string(), payload: z.array(event).min(1) });
const consumer = z.looseObject({ key: z.string(), queue: z.string(), function: z.string() });

export type Queues = ReturnType<typeof createQueues>;

export function createQueues(manifest: Manifest, deliveries: Deliveries, clock: Clock) {
  const consumers = manifest.modulesOf("consumer").map(readConsumer);

  function publish({ queueName, jobId, payload }: z.infer<typeof push>, depth: number): HttpAnswer {
    const target = consumers.find((each) => each.queue === queueName);
    if (target === undefined) return refused(404, `No consumer reads the queue "${queueName}".`);
    const seconds = manifest.functions.get(target.function)?.timeoutSeconds ?? limits.longSeconds;
    const problem = tooLarge(payload, seconds);
    if (problem !== null) return refused(413, problem);
    if (depth >= limits.chain) return refused(405, "The chain of pushes is longer than 1,000.");
    const isFlood = deliveries.sentSince(clock.now() - limits.events.perMs) + payload.length > limits.events.most;
    if (isFlood) return refused(429, "More than 500 events in a minute.");
    const parcels = payload.map(({ body, delayInSeconds, concurrency: lane = null }) => {
      const due = { delaySeconds: delayInSeconds, dueAt: clock.now() + delayInSeconds * 1000 };
      return { kind: "event", moduleKey: target.key, job: jobId, body, lane, ...due, depth: depth + 1 } as const;
    });
    deliveries.add(parcels);
    return json(201, { jobId });
  }

  return {
    /** `depth` is that of the function which pushes. */
    answer(path: string, body: string | null, depth: number): HttpAnswer {
      const sent: unknown = JSON.parse(body ?? "null");
      if (path.startsWith("/webhook/queue/publish/")) return publish(push.parse(sent), depth);
      const { jobId } = push.pick({ jobId: true }).parse(sent);
      const { success = 0, failed = 0, waiting = 0, running = 0, cancelled = 0 } = deliveries.tally(jobId);
      if (success + failed + waiting + running + cancelled === 0) return refused(404, `There is no job ${jobId}.`);
      if (path.startsWith("/webhook/queue/stats/"))
        return json(200, { success, inProgress: waiting + running, failed });
      deliveries.cancel(jobId);
      return empty(204);
    },
    /** What the consumer of an event is called with. */
    invocation(parcel: Delivery): Invocation {
      const target = consumers.find((each) => each.key === parcel.module_key);
      if (target === undefined) throw new Error(`The manifest has no consumer "${parcel.module_key}" any more.`);
      const { function: functionKey, key: moduleKey, queue } = target;
      const payload = asyncEvent(parcel, queue, clock.now());
      return { functionKey, moduleKey, moduleType: "consumer", payload, accountId: null, depth: parcel.depth };
    },
  };
}

function readConsumer(module: Module): z.infer<typeof consumer> {
  const read = consumer.safeParse(module);
  if (read.success) return read.data;
  throw new Error(`Consumer "${module.key}": the workbench plays consumers with a queue and a function only.`);
}

function refused(status: number, errorMessage: string): HttpAnswer {
  return json(status, { errorMessage });
}

function tooLarge(payload: readonly z.infer<typeof event>[], seconds: number): string | null {
  const sizes = payload.map((each) => Buffer.byteLength(JSON.stringify(each.body)));
  const isLong = seconds > limits.longSeconds && Math.max(...sizes) > limits.longEventBytes;
  if (payload.length > limits.eventsAPush) return "A push holds at most 50 events.";
  if (sizes.reduce((sum, size) => sum + size, 0) > limits.pushBytes) return "A push holds at most 200 KB.";
  return isLong ? "An event for a consumer that may run longer than 55 s holds at most 100 KB." : null;
}

const retried = z.object({ reason: z.string(), data: z.unknown().optional() });

function asyncEvent(parcel: Delivery, queueName: string, now: number): Record<string, unknown> {
  const {
    id: eventId,
    job: jobId,
    lane,
    lane_limit: limit,
    delay_seconds: delayInSeconds,
    tries,
    sent_at: sentAt,
  } = parcel;
  const body: unknown = JSON.parse(parcel.body);
  const event = {
    queueName,
    jobId,
    eventId,
    body,
    delayInSeconds,
    ...(lane === null ? {} : { concurrency: { key: lane, limit } }),
  };
  if (parcel.retry === null) return event;
  const { reason, data } = retried.parse(JSON.parse(parcel.retry));
  const remainingTimeMs = Math.max(0, sentAt + limits.retentionMs - now);
  const retentionWindow = { startTime: new Date(sentAt).toISOString(), remainingTimeMs };
  return { ...event, retryContext: { retryCount: tries, retryReason: reason, retryData: data, retentionWindow } };
}
