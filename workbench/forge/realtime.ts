import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { HttpAnswer, HttpRequest } from "../wire/wire";
import type { Clock } from "../wire/clock";
import { json, notPlayed } from "./answers";
import { realtime as limits } from "./limits";
import { createRate } from "./rate";

export interface Channel {
  readonly name: string;
  readonly isGlobal: boolean;
  /** The product context that shares the channel; null away from a screen. */
  readonly scope: string | null;
}

const published = z.object({
  query: z.string().includes("publishRealtimeChannel("),
  variables: z.object({ name: z.string(), payload: z.string(), isGlobal: z.boolean().nullish() }),
});

export type Realtime = ReturnType<typeof createRealtime>;

/** Messages to open screens. They are not kept: a screen that opens later has missed them, as on the platform. */
export function createRealtime(clock: Clock) {
  const rate = createRate(clock, limits.operations);
  const wake: (() => void)[] = [];
  let messages: { readonly seq: number; readonly channel: string; readonly payload: unknown }[] = [];
  let seq = 0;

  function publish(channel: Channel, payload: unknown) {
    if (!rate.take(1)) return null;
    messages = [...messages, { seq: (seq += 1), channel: address(channel), payload }].slice(-limits.kept);
    for (const each of wake.splice(0)) each();
    return { eventId: randomUUID(), eventTimestamp: String(clock.now()) };
  }

  return {
    publish,
    now: () => seq,
    answer({ body }: HttpRequest, scope: string | null): HttpAnswer {
      const read = published.safeParse(JSON.parse(body ?? "null"));
      if (!read.success) return notPlayed("signed realtime tokens");
      const { name, payload, isGlobal } = read.data.variables;
      const told = publish({ name, isGlobal: isGlobal === true, scope }, JSON.parse(payload));
      return told === null ? json(429, {}) : json(200, { data: { ecosystem: { publishRealtimeChannel: told } } });
    },
    /** What was said on the channel after `after`, waiting up to `waitMs` for the first word. */
    async listen(channel: Channel, after: number, waitMs: number) {
      const heard = () => messages.filter((each) => each.seq > after && each.channel === address(channel));
      if (heard().length === 0 && waitMs > 0) await untilTold(wake, waitMs);
      return { after: heard().at(-1)?.seq ?? after, payloads: heard().map((each) => each.payload) };
    },
  };
}

function address({ name, isGlobal, scope }: Channel): string {
  return isGlobal ? `global ${name}` : `${scope ?? ""} ${name}`;
}

function untilTold(wake: (() => void)[], waitMs: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, waitMs);
  timer.unref();
  wake.push(resolve);
  return promise.finally(() => clearTimeout(timer));
}
