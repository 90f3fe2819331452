import { z } from "zod";
import type { Settings } from "../ports";

/** What Jira's search index may not know yet, and what clocks differ by: a look goes back so much further than the last one. */
export const overlapMs = 30 * 60_000;

const counts = z.object({
  counted: z.number(),
  services: z.number(),
  nobody: z.number(),
  /** Duplicates, spam and alerts. */
  setAside: z.number().default(0),
});

/** A look that goes through its pages, perhaps over several turns; the query stays the same, because a page's token belongs to it. */
const round = z.object({ startedAt: z.number(), jql: z.string(), token: z.string().nullable(), read: z.number() });

const state = z.object({
  /** When the last complete look began: up to there everything has been seen. */
  completeAt: z.number().nullable(),
  triedAt: z.number().nullable(),
  round: round.nullable(),
  /** Work items whose version of this time has been counted already, so that the overlap of two looks costs no events. */
  seen: z.array(z.tuple([z.string(), z.number()])),
  items: z.number().nullable(),
  sums: counts,
  spaces: z.array(z.object({ id: z.string(), key: z.string(), name: z.string() })),
  hasSecured: z.boolean(),
  /** When it was last made sure that every ticket still is one. */
  checkedAt: z.number(),
  refused: z
    .object({
      kind: z.enum(["waiting", "refused", "shrunk"]),
      at: z.number(),
      message: z.string(),
      mend: z.string(),
    })
    .nullable(),
});

export type LookState = z.output<typeof state>;
export type Round = z.output<typeof round>;
export type Trouble = NonNullable<LookState["refused"]>;

export const nothingYet: LookState = {
  completeAt: null,
  triedAt: null,
  round: null,
  seen: [],
  items: null,
  sums: { counted: 0, services: 0, nobody: 0, setAside: 0 },
  spaces: [],
  hasSecured: false,
  checkedAt: 0,
  refused: null,
};

export async function readLook(source: string, settings: Settings): Promise<LookState> {
  return state.catch(nothingYet).parse(await settings.read(keyOf(source)));
}

export async function writeLook(source: string, now: LookState, settings: Settings): Promise<void> {
  await settings.write(keyOf(source), now);
}

export async function forgetLook(source: string, settings: Settings): Promise<void> {
  await settings.remove(keyOf(source));
}

function keyOf(source: string): string {
  return `look:${source}`;
}
