import { createDoor } from "#app/events/door";
import type { Board, Door } from "#app/events/door";
import { patienceSeconds } from "#app/events/fair-share";
import type { Passed } from "#app/events/fair-share";
import { getAppContext } from "@forge/api";
import { kvs, WhereConditions } from "@forge/kvs";
import { randomUUID } from "node:crypto";
import { z } from "zod";

const passed = z.array(z.tuple([z.number(), z.string(), z.number()]));

/** Expired keys may lie about for two days, so names change with time: a query finds those of a few minutes only. */
const periodMs = 2 * 60_000;
const keptMinutes = 5;
const pageMost = 100;

/** This process among those that Forge runs at once. */
const self = randomUUID();

const board: Board = {
  async read(now) {
    const periods = new Set([periodOf(now - patienceSeconds * 1000), periodOf(now)]);
    const found = (await Promise.all([...periods].map(notesOf))).flat();
    // Each writes all that still counts, so of two notes of one process the newer holds.
    const newest = new Map(found.map(({ of, note }) => [of, note]));
    newest.delete(self);
    return [...newest.values()].flat();
  },
  async write(note, now) {
    const ttl = { value: keptMinutes, unit: "MINUTES" } as const;
    await kvs.set(`${prefixOf(periodOf(now))}${self}`, note, { ttl });
  },
};

interface Note {
  readonly of: string;
  readonly note: readonly Passed[];
}

async function notesOf(period: number): Promise<readonly Note[]> {
  const prefix = prefixOf(period);
  const notes: Note[] = [];
  for (let cursor: string | undefined; ;) {
    const query = kvs.query().where("key", WhereConditions.beginsWith(prefix)).limit(pageMost);
    const { results, nextCursor } = await (cursor === undefined ? query : query.cursor(cursor)).getMany<unknown>();
    notes.push(...results.map(({ key, value }) => ({ of: key.slice(prefix.length), note: passed.parse(value) })));
    if (nextCursor === undefined) return notes;
    cursor = nextCursor;
  }
}

const periodOf = (at: number): number => Math.floor(at / periodMs);
const prefixOf = (period: number): string => `door:${period}:`;

/** A warm process may serve several sites, each with a queue of its own. What is held of one is numbers of the last minute. */
const doors = new Map<string, Door>();
const mostDoors = 1_000;

export function forgeDoor(): Door {
  const site = getAppContext().installationAri.toString();
  const known = doors.get(site);
  if (known !== undefined) return known;
  if (doors.size >= mostDoors) doors.clear();
  const door = createDoor(board);
  doors.set(site, door);
  return door;
}
