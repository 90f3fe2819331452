import { createHmac } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { openDemoPage } from "./demo-space";
import type { Grounds } from "./site";
import { tellUsage } from "./usage-story";
import type { StoryEvent } from "./usage-story";

const kept = z.object({ url: z.string(), secret: z.string(), upTo: z.number() });

export type FeedState = z.infer<typeof kept>;

/** So that one request stays far below the door's limit. */
const eventsAtOnce = 5000;
const file = "usage-feed.json";

/** The CRM of the story: whenever the clock has moved, it reports what happened since, signed, through the app's own door. */
export async function reportUsage(grounds: Grounds, plan: string): Promise<void> {
  const state = kept.parse(JSON.parse(readFileSync(join(grounds.stateDir, file), "utf8")));
  const now = grounds.clock.now();
  const due = tellUsage(plan).events.filter(({ at }) => Date.parse(at) > state.upTo && Date.parse(at) <= now);
  for (let from = 0; from < due.length; from += eventsAtOnce)
    await post(grounds, state, due.slice(from, from + eventsAtOnce));
  keepFeed(grounds, { ...state, upTo: now });
}

/** How long the app itself leaves something new undecided. */
const roundMs = 15 * 60_000;

/** From now on usage flows in as time is moved; one report at a time, and the last move is never forgotten. Gives what waits for the last of them. */
export function followClock(grounds: Grounds, plan: string): () => Promise<void> {
  let reporting = Promise.resolve();
  let before = grounds.clock.now();
  grounds.clock.onMove(() => {
    const isJump = grounds.clock.now() - before > roundMs;
    before = grounds.clock.now();
    reporting = reporting
      .then(() => reportUsage(grounds, plan))
      .then(() => (isJump ? decideAnew(grounds, plan) : undefined))
      .catch((error: unknown) => void process.stderr.write(`The usage feed stopped: ${String(error)}\n`));
  });
  return () => reporting;
}

/** The app's own round ran as the clock jumped, before a week of usage had come in; in a week lived through it runs all along. */
async function decideAnew(grounds: Grounds, plan: string): Promise<void> {
  await openDemoPage(grounds).ask("decideVerdict", { plan });
}

export function keepFeed({ stateDir }: Grounds, state: FeedState): void {
  writeFileSync(join(stateDir, file), JSON.stringify(state));
}

async function post(
  { forge, clock }: Grounds,
  { url, secret }: FeedState,
  events: readonly StoryEvent[],
): Promise<void> {
  const body = events.map((event) => JSON.stringify(event)).join("\n");
  const timestamp = String(Math.floor(clock.now() / 1000));
  const signature = `v1=${createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex")}`;
  const { pathname, search } = new URL(url);
  const headers = {
    "x-uptake-timestamp": timestamp,
    "x-uptake-signature": signature,
    "content-type": "application/x-ndjson",
  };
  const answer = await forge.webTrigger({ method: "POST", path: `${pathname}${search}`, headers, body });
  if (answer.status !== 202) throw new Error(`The door answered ${answer.status}: ${answer.body}`);
  await forge.tick();
}
