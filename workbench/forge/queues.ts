import { z } from "zod";
import type { HttpAnswer } from "../wire";
import type { Clock } from "../clock";
import { empty, json } from "./answers";
import type { Deliveries, Delivery } from "./deliveries";
import type { Invocation } from "./invocations";
import { queue as limits } from "./limits";
import type { Manifest, Module } from "./manifest";

const event = z.object({
  body: z.record(z.string(), z.unknown()),
  delayInSeconds: z.number().min(0).max(limits.delayMostSeconds).optional(),
  concurrency: z.object({ key: z.string(), limit: z.number().int().min(1) }).optional(),
});
const push = z.object({ queueName: z.string(), jobId: z.string(), payload: z.array(event).min(1) });
const named = z.object({ queueName: z.string(), jobId: z.string() });
const consumer = z.looseObject({ key: z.string(), queue: z.string(), function: z.string() });

export interface Queues {
  /** `depth` is that of the function which pushes. */
  readonly answer: (path: string, body: string | null, depth: number) => HttpAnswer;
  /** What the consumer of an event is called with. */
  readonly invocation: (delivery: Delivery) => Invocation;
}

export function createQueues(manifest: Manifest, deliveries: Deliveries, clock: Clock): Queues {
  const consumers = new Map(
    manifest
      .modulesOf("consumer")
      .map((module) => readConsumer(module))
      .map((each) => [each.queue, each]),
  );

  function publish(body: string, depth: number): HttpAnswer {
    const { queueName, jobId, payload } = push.parse(JSON.parse(body));
    const target = consumers.get(queueName);
    if (target === undefined) return refused(404, `No consumer reads the queue "${queueName}".`);
    const seconds = manifest.functions.get(target.function)?.timeoutSeconds ?? limits.longSeconds;
    const problem = tooLarge(payload, seconds > limits.longSeconds);
    if (problem !== null) return refused(413, problem);
    if (depth >= limits.chain) return refused(405, "The chain of pushes is longer than 1,000.");
    if (deliveries.sentSince(clock.now() - limits.events.perMs) + payload.length > limits.events.most) {
      return refused(429, "More than 500 events in a minute.");
    }
    deliveries.add(
      payload.map(({ body: content, delayInSeconds = null, concurrency = null }) => ({
        kind: "event",
        moduleKey: target.key,
        job: jobId,
        body: content,
        lane: concurrency,
        delaySeconds: delayInSeconds,
        dueAt: clock.now() + (delayInSeconds ?? 0) * 1000,
        depth: depth + 1,
      })),
    );
    return json(201, { jobId });
  }

  return {
    answer(path, body, depth) {
      if (path.startsWith("/webhook/queue/publish/")) return publish(body ?? "", depth);
      const { jobId } = named.parse(JSON.parse(body ?? ""));
      const { success = 0, failed = 0, waiting = 0, running = 0, cancelled = 0 } = deliveries.tally(jobId);
      if (success + failed + waiting + running + cancelled === 0) return refused(404, `There is no job ${jobId}.`);
      if (path.startsWith("/webhook/queue/stats/"))
        return json(200, { success, inProgress: waiting + running, failed });
      deliveries.cancel(jobId);
      return empty(204);
    },
    invocation(delivery) {
      const target = [...consumers.values()].find((each) => each.key === delivery.module_key);
      if (target === undefined) throw new Error(`The manifest has no consumer "${delivery.module_key}" any more.`);
      const { function: functionKey, key: moduleKey, queue } = target;
      return {
        functionKey,
        moduleKey,
        moduleType: "consumer",
        payload: asyncEvent(delivery, queue, clock.now()),
        accountId: null,
        depth: delivery.depth,
      };
    },
  };
}

function readConsumer(module: Module): z.infer<typeof consumer> {
  const read = consumer.safeParse(module);
  if (!read.success)
    throw new Error(`Consumer "${module.key}": the workbench plays consumers with a queue and a function only.`);
  return read.data;
}

function refused(status: number, errorMessage: string): HttpAnswer {
  return json(status, { errorMessage });
}

function tooLarge(payload: readonly z.infer<typeof event>[], isLong: boolean): string | null {
  if (payload.length > limits.eventsAPush) return "A push holds at most 50 events.";
  const sizes = payload.map((each) => Buffer.byteLength(JSON.stringify(each.body)));
  if (sizes.reduce((sum, size) => sum + size, 0) > limits.pushBytes) return "A push holds at most 200 KB.";
  if (isLong && Math.max(...sizes) > limits.longEventBytes)
    return "An event for a consumer that may run longer than 55 s holds at most 100 KB.";
  return null;
}

const retried = z.object({ reason: z.string(), data: z.unknown().optional() });

function asyncEvent(delivery: Delivery, queue: string, now: number): Record<string, unknown> {
  const { id, job, body, lane, lane_limit: limit, delay_seconds: delay, tries, retry, sent_at: startTime } = delivery;
  const { reason, data } = retry === null ? { reason: null, data: null } : retried.parse(JSON.parse(retry));
  return {
    queueName: queue,
    jobId: job,
    eventId: id,
    body: z.record(z.string(), z.unknown()).parse(JSON.parse(body)),
    ...(delay === null ? {} : { delayInSeconds: delay }),
    ...(lane === null ? {} : { concurrency: { key: lane, limit } }),
    ...(reason === null
      ? {}
      : {
          retryContext: {
            retryCount: tries,
            retryReason: reason,
            retryData: data,
            retentionWindow: {
              startTime: new Date(startTime).toISOString(),
              remainingTimeMs: Math.max(0, startTime + limits.retentionMs - now),
            },
          },
        }),
  };
}
