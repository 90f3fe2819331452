import type { EventQueue, Seals, Source, Sources } from "../adoption-ports";
import { readEventBatch } from "#formats/event-batch";
import type { BadLine, EventBatch } from "#formats/event-batch";
import { pack } from "./pack";

/** The answers a static web trigger may give; each is written out in the manifest. */
export type Received = "accepted" | "unsigned" | "too-large" | "unreadable" | "too-many";

export interface Posted {
  readonly source: string;
  readonly timestamp: string;
  readonly signature: string;
  readonly body: string;
}

export interface Receiver {
  readonly sources: Sources;
  readonly seals: Seals;
  readonly queue: EventQueue;
  readonly now: number;
}

/** Below the platform's 5 MB, so that ours is the answer a sender sees. */
const mostBytes = 4_000_000;
const mostSkewSeconds = 300;

/** Verify, shape, split, push: no query, so that a burst of senders costs only the queue. */
export async function receive(posted: Posted, { sources, seals, queue, now }: Receiver): Promise<Received> {
  if (Buffer.byteLength(posted.body) > mostBytes) return "too-large";
  const source = await signedSource(posted, { sources, seals, now });
  if (source === null) return "unsigned";
  const batch = posted.signature.slice(3, 35).toLowerCase();
  const { events, bad, completeTo } = readEventBatch(posted.body);
  const early = completeTo !== null && completeTo > now + mostSkewSeconds * 1000 ? [notYet] : [];
  const refused = [...bad, ...early, ...events.flatMap((read) => outOfPlace(read, source, now))].slice(0, 100);
  if (refused.length > 0) {
    await sources.noteRefused(source, { batch, at: now, bad: refused });
    return "unreadable";
  }
  if (!(await seals.isFirst(`seen:${batch}`, 2 * mostSkewSeconds))) return "unsigned";
  // Kept under what it holds and not under its signature, so that the same body signed again is counted once.
  const content = seals.hash(posted.body).slice(0, 32);
  const head = { plan: source.plan, zone: source.zone, source: source.id, batch: content, receivedAt: now, completeTo };
  const parts = pack(
    events.map(({ event }) => event),
    head,
    await seals.personNumbers(),
  );
  return (await queue.push(parts)) === "full" ? "too-many" : "accepted";
}

const notYet = { line: 1, reason: "completeTo lies in the future." };

/** What a line that reads well can still get wrong: another source's plan, or a time that has not come. */
function outOfPlace({ line, event }: EventBatch["events"][number], source: Source, now: number): BadLine[] {
  if (event.plan !== source.plan) return [{ line, reason: `Plan ${event.plan} does not belong to this source.` }];
  if (Date.parse(event.at) > now + mostSkewSeconds * 1000) return [{ line, reason: `${event.at} lies in the future.` }];
  return [];
}

async function signedSource(posted: Posted, { sources, seals, now }: Omit<Receiver, "queue">): Promise<Source | null> {
  const seconds = Number(posted.timestamp);
  if (!/^\d{9,11}$/.test(posted.timestamp) || Math.abs(now / 1000 - seconds) > mostSkewSeconds) return null;
  if (!/^v1=[0-9a-f]{64}$/i.test(posted.signature) || !/^[0-9a-f]{24}$/.test(posted.source)) return null;
  const source = await sources.find(posted.source);
  if (source === null) return null;
  return seals.isSignedBy(source.keys, posted) ? source : null;
}
