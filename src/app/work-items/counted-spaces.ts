import { z } from "zod";
import type { Settings } from "../ports";
import type { LookState } from "./look-state";
import type { ItemSource } from "./work-item-ports";

const counted = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    counts: z.enum(["transaction", "ticket"]),
    /** Of a space with work items that not everybody who may browse it sees: the query that finds them. */
    secured: z.string().nullable(),
  }),
);

export type CountedSpaces = z.output<typeof counted>;

/** From which spaces the numbers of a plan are counted. What a removed source has counted still stands in them. */
export async function countedSpaces(plan: string, settings: Settings): Promise<CountedSpaces> {
  return counted.catch([]).parse((await settings.read(keyOf(plan))) ?? []);
}

export async function noteSpaces(source: ItemSource, state: LookState, settings: Settings): Promise<void> {
  const before = await countedSpaces(source.plan, settings);
  const { counts, jql } = source.counting;
  const secured = state.hasSecured ? jql : null;
  const own = state.spaces.map(({ id, name, key }) => ({ id, name: name || key, counts, secured }));
  const missing = own.filter((one) => !before.some((each) => JSON.stringify(each) === JSON.stringify(one)));
  if (missing.length > 0) await settings.write(keyOf(source.plan), [...before, ...missing]);
  await noteHints(source.plan, state.spaces, settings);
}

/** When the last definition of tickets has gone, so have the tickets. */
export async function forgetTicketSpaces(plan: string, settings: Settings): Promise<void> {
  const before = await countedSpaces(plan, settings);
  await settings.write(
    keyOf(plan),
    before.filter(({ counts }) => counts !== "ticket"),
  );
}

const plansBySpace = z.record(z.string(), z.array(z.string())).catch({});
const hintsKey = "looked-spaces";

/** Plans that count anything in a space: one small value, because every event of the site asks for it. */
export async function plansCounting(space: string, settings: Settings): Promise<readonly string[]> {
  return plansBySpace.parse((await settings.read(hintsKey)) ?? {})[space] ?? [];
}

async function noteHints(plan: string, spaces: LookState["spaces"], settings: Settings): Promise<void> {
  const known = plansBySpace.parse((await settings.read(hintsKey)) ?? {});
  const missing = spaces.filter(({ id }) => !(known[id] ?? []).includes(plan));
  if (missing.length === 0) return;
  const added = Object.fromEntries(missing.map(({ id }) => [id, [...(known[id] ?? []), plan]]));
  await settings.write(hintsKey, { ...known, ...added });
}

function keyOf(plan: string): string {
  return `counted-spaces:${plan}`;
}
