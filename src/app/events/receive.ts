import type { EventQueue, ReadingQueue, Seals, Source, Sources } from "../adoption-ports";
import { readEventBatch } from "#formats/event-batch";
import type { BadLine, EventBatch } from "#formats/event-batch";
import type { Door } from "./door";
import { mostPartsABatch } from "./fair-share";
import { pack } from "./pack";
import { readingsAPart } from "./readings-part";

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
  readonly readings: ReadingQueue;
  readonly door: Door;
  readonly now: number;
}

/** Below the platform's 5 MB, so that ours is the answer a sender sees. */
const mostBytes = 4_000_000;
const mostSkewSeconds = 300;

/** Verify, shape, split, ask the door, push: no statement, so that a burst of senders costs only the queue. */
export async function receive(posted: Posted, receiver: Receiver): Promise<Received> {
  const { sources, seals, now } = receiver;
  if (Buffer.byteLength(posted.body) > mostBytes) return "too-large";
  const source = await signedSource(posted, { sources, seals, now });
  if (source === null) return "unsigned";
  if (receiver.door.secondsShut(source.id, now) > 0) return "too-many";
  const batch = posted.signature.slice(3, 35).toLowerCase();
  const read = readEventBatch(posted.body);
  const { bad, completeTo } = read;
  const early = completeTo !== null && completeTo > now + mostSkewSeconds * 1000 ? [notYet] : [];
  const refused = [...bad, ...early, ...linesOf(read).flatMap((line) => outOfPlace(line, source, now))].slice(0, 100);
  if (refused.length > 0) {
    await sources.noteRefused(source, { batch, at: now, bad: refused });
    return "unreadable";
  }
  if (!(await seals.isFirst(`seen:${batch}`, 2 * mostSkewSeconds))) return "unsigned";
  // Kept under what it holds and not under its signature, so that the same body signed again is counted once.
  const content = seals.hash(posted.body).slice(0, 32);
  return send(read, { source, content, receiver });
}

interface Sent {
  readonly source: Source;
  /** Names the batch by what it holds. */
  readonly content: string;
  readonly receiver: Receiver;
}

/** Facts of usage and readings go their own ways; a batch of nothing but readings says nothing about how complete usage is. */
async function send(read: EventBatch, { source, content, receiver }: Sent): Promise<Received> {
  const { door, now } = receiver;
  const readings = read.readings.map(({ reading }) => reading);
  const parts =
    readings.length > 0 && read.events.length === 0 ? [] : await partsOf(read, { source, content, receiver });
  const count = parts.length + Math.ceil(readings.length / readingsAPart);
  if (count > mostPartsABatch) return "too-large";
  if ((await door.admit({ source: source.id, parts: count, now })) > 0) return "too-many";
  const head = { plan: source.plan, source: source.name, batch: content };
  const told = readings.length === 0 ? "taken" : await receiver.readings.push({ ...head, readings });
  // Only where something else has filled the queue; what has gone in already is the same when it comes again.
  return told === "full" || (await receiver.queue.push(parts)) === "full" ? "too-many" : "accepted";
}

async function partsOf(
  { events, completeTo }: EventBatch,
  { source, content, receiver }: Sent,
): Promise<ReturnType<typeof pack>> {
  const { id, plan, zone } = source;
  const head = { plan, zone, source: id, batch: content, receivedAt: receiver.now, completeTo };
  return pack(
    events.map(({ event }) => event),
    head,
    await receiver.seals.personNumbers(),
  );
}

const notYet = { line: 1, reason: "completeTo lies in the future." };

/** What a line that reads well can still get wrong: another source's plan, or a time that has not come. */
function outOfPlace({ line, plan, at }: Line, source: Source, now: number): BadLine[] {
  if (plan !== source.plan) return [{ line, reason: `Plan ${plan} does not belong to this source.` }];
  if (Date.parse(at) > now + mostSkewSeconds * 1000) return [{ line, reason: `${at} lies in the future.` }];
  return [];
}

interface Line {
  readonly line: number;
  readonly plan: string;
  readonly at: string;
}

function linesOf({ events, readings }: EventBatch): readonly Line[] {
  return [
    ...events.map(({ line, event: { plan, at } }) => ({ line, plan, at })),
    ...readings.map(({ line, reading: { plan, at } }) => ({ line, plan, at })),
  ];
}

async function signedSource(
  posted: Posted,
  { sources, seals, now }: Pick<Receiver, "sources" | "seals" | "now">,
): Promise<Source | null> {
  const seconds = Number(posted.timestamp);
  if (!/^\d{9,11}$/.test(posted.timestamp) || Math.abs(now / 1000 - seconds) > mostSkewSeconds) return null;
  if (!/^v1=[0-9a-f]{64}$/i.test(posted.signature) || !/^[0-9a-f]{24}$/.test(posted.source)) return null;
  const source = await sources.find(posted.source);
  if (source === null) return null;
  return seals.isSignedBy(source.keys, posted) ? source : null;
}
