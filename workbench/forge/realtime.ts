import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { HttpAnswer, HttpRequest } from "../wire";
import type { Clock } from "../clock";
import { json, notPlayed } from "./answers";
import { realtime as limits } from "./limits";
import { createRate } from "./rate";

export interface Channel {
  readonly name: string;
  readonly isGlobal: boolean;
  /** The product context that shares the channel; null away from a screen. */
  readonly scope: string | null;
}

interface Message {
  readonly seq: number;
  readonly channel: string;
  readonly payload: unknown;
}

const published = z.object({
  query: z.string(),
  variables: z.object({ name: z.string(), payload: z.string(), isGlobal: z.boolean().nullish() }),
});

/** Messages to open screens. They are not kept: a screen that opens later has missed them, as on the platform. */
export interface Realtime {
  readonly answer: (request: HttpRequest, scope: string | null) => HttpAnswer;
  readonly publish: (
    channel: Channel,
    payload: unknown,
  ) => { readonly eventId: string; readonly eventTimestamp: string } | null;
  readonly now: () => number;
  /** What was said on the channel after `after`, waiting up to `waitMs` for the first word. */
  readonly listen: (
    channel: Channel,
    after: number,
    waitMs: number,
  ) => Promise<{ readonly after: number; readonly payloads: readonly unknown[] }>;
}

export function createRealtime(clock: Clock): Realtime {
  let messages: Message[] = [];
  let seq = 0;
  const wake: (() => void)[] = [];
  const rate = createRate(clock, limits.operations);

  function publish(channel: Channel, payload: unknown): ReturnType<Realtime["publish"]> {
    if (!rate.take(1)) return null;
    messages = [...messages, { seq: (seq += 1), channel: address(channel), payload }].slice(-limits.kept);
    for (const each of wake.splice(0)) each();
    return { eventId: randomUUID(), eventTimestamp: String(clock.now()) };
  }

  return {
    publish,
    now: () => seq,
    answer(request, scope) {
      const read = published.safeParse(JSON.parse(request.body ?? "null"));
      if (!read.success || !read.data.query.includes("publishRealtimeChannel("))
        return notPlayed("signed realtime tokens");
      const { name, payload, isGlobal } = read.data.variables;
      const told = publish({ name, isGlobal: isGlobal === true, scope }, JSON.parse(payload));
      if (told === null) return { ...json(429, {}), headers: {} };
      return json(200, { data: { ecosystem: { publishRealtimeChannel: told } } });
    },
    async listen(channel, after, waitMs) {
      const heard = () => messages.filter((each) => each.seq > after && each.channel === address(channel));
      if (heard().length === 0 && waitMs > 0) await untilTold(wake, waitMs);
      const found = heard();
      return { after: found.at(-1)?.seq ?? after, payloads: found.map((each) => each.payload) };
    },
  };
}

function address({ name, isGlobal, scope }: Channel): string {
  return isGlobal ? `global ${name}` : `${scope ?? ""} ${name}`;
}

function untilTold(wake: (() => void)[], waitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, waitMs);
    timer.unref();
    wake.push(() => (clearTimeout(timer), resolve()));
  });
}
