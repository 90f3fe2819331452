import type { EventQueue, ReadingQueue, RefusedBatch, Seals, Source, Sources } from "#app/adoption-ports";
import { createDoor } from "#app/events/door";
import type { Door } from "#app/events/door";
import type { PackedBatch, QueuedReadings } from "#contract/usage-event";
import { createHmac } from "node:crypto";

export interface Inbox {
  readonly sources: Sources;
  readonly seals: Seals;
  readonly queue: EventQueue;
  readonly readings: ReadingQueue;
  readonly door: Door;
  readonly taken: PackedBatch[];
  readonly told: QueuedReadings[];
  readonly refused: RefusedBatch[];
  isFull: boolean;
}

/** The ports of the receiver, kept in memory. */
export function createInbox(source: Source): Inbox {
  const seen = new Set<string>();
  const taken: PackedBatch[] = [];
  const refused: RefusedBatch[] = [];
  const told: QueuedReadings[] = [];
  const inbox: Inbox = {
    taken,
    told,
    refused,
    readings: {
      async push(readings) {
        told.push(readings);
        return "taken";
      },
    },
    door: createDoor({ read: async () => [], write: async () => {} }),
    isFull: false,
    sources: {
      find: async (id) => (id === source.id ? source : null),
      put: async () => {},
      remove: async () => {},
      list: async () => [source],
      noteRefused: async (_, batch) => void refused.push(batch),
      refused: async () => refused,
      url: async () => "https://example.test/x1/abc",
    },
    seals: {
      newSecret: () => "secret",
      newId: () => "0".repeat(24),
      isSignedBy: (keys, { timestamp, body, signature }) =>
        keys.some((key) => sign(key, timestamp, body) === signature.toLowerCase()),
      isFirst: async (name) => !seen.has(name) && Boolean(seen.add(name)),
      personNumbers: async () => (person) => person.length * 1000 + person.charCodeAt(0),
      hash: (text) => text,
    },
    queue: {
      async push(parts) {
        if (inbox.isFull) return "full";
        taken.push(...parts);
        return "taken";
      },
    },
  };
  return inbox;
}

export function sign(key: string, timestamp: string, body: string): string {
  return `v1=${createHmac("sha256", key).update(`${timestamp}.${body}`).digest("hex")}`;
}
