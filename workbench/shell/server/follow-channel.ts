import { z } from "zod";
import type { House, Running } from "./running";

interface Subscription {
  readonly frameId: string;
  /** What the runtime said on subscribing: from which message on it tells. */
  readonly answer: unknown;
  readonly payload: unknown;
}

const told = z.object({ after: z.number(), payloads: z.array(z.unknown()).default([]) });
const asked = z.object({ channelName: z.string(), isGlobal: z.boolean().default(false) });
const waitMs = 20_000;

/** Passes on what is said on a channel until the frame is gone, when the runtime refuses to be asked for it. */
export async function followChannel(
  house: House,
  running: Running,
  { frameId, answer, payload }: Subscription,
): Promise<void> {
  const { channelName, isGlobal } = asked.parse(payload);
  let { after } = told.parse(answer);
  while (running === house.current()) {
    const poll = running.forge.bridge(frameId, "pollRealtimeChannel", { channelName, isGlobal, after, waitMs });
    const heard = await poll.then((value) => told.parse(value)).catch(() => null);
    if (heard === null) return;
    ({ after } = heard);
    for (const each of heard.payloads)
      house.hub.tell({ kind: "realtime", frameId, channelName, isGlobal, payload: each });
  }
}
