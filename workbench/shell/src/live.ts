import { z } from "zod";
import { proof } from "./call";

const liveEvent = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("clock"), now: z.number() }),
  z.object({ kind: z.literal("work-item"), key: z.string(), eventType: z.string() }),
  z.object({
    kind: z.literal("realtime"),
    frameId: z.string(),
    channelName: z.string(),
    isGlobal: z.boolean(),
    payload: z.unknown().optional(),
  }),
  z.object({ kind: z.literal("reloaded") }),
]);
export type LiveEvent = z.infer<typeof liveEvent>;

const listeners = new Set<(event: LiveEvent) => void>();

export function onLive(listener: (event: LiveEvent) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Keeps the stream of events open. Read by `fetch`, because an EventSource cannot carry the page's token. */
export async function keepLive(): Promise<never> {
  for (;;) {
    await stream().catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

async function stream(): Promise<void> {
  const response = await fetch("/_workbench/events", { headers: proof });
  if (!response.ok || !response.body) return;
  let rest = "";
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    lines.forEach(tell);
  }
}

function tell(line: string): void {
  if (!line.startsWith("data: ")) return;
  const event = liveEvent.safeParse(JSON.parse(line.slice(6)));
  if (event.success) listeners.forEach((listener) => listener(event.data));
}
