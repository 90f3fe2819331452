import { z } from "zod";
import type { Plan } from "#domain/plan/plan";
import type { Outside } from "../ports";
import type { People, Suggestions } from "./desired";

const one = z.object({
  account: z.string().nullable(),
  at: z.number(),
  alike: z.array(z.string()).default([]),
});
const remembered = z.record(z.string(), one).catch({});

type Remembered = z.output<typeof remembered>;

/** Somebody Jira does not know is asked about again after this long; an account id, once found, never changes hands. */
const askAgainMs = 10 * 60_000;

/** Account ids of the people a plan names as owners, by the plan's words for them. */
export async function findPeople(plan: Plan, outside: Outside, space: { id: string; key: string }): Promise<Found> {
  const key = `people:${space.id}`;
  const now = outside.clock.now();
  const known = remembered.parse(await outside.settings.read(key));
  const names = new Set(owners(plan).filter((name) => !isFresh(known[name], now)));
  if (names.size === 0) return accounts(known);
  const ask = async (name: string): Promise<readonly [string, Remembered[string]]> => {
    const account = await outside.jira.findPerson(name, space.key);
    const alike = account === null ? await outside.jira.suggestPeople(name, space.key) : [];
    return [name, { account, at: now, alike: [...alike] }];
  };
  const found = await Promise.all([...names].map(ask));
  const all: Remembered = { ...known, ...Object.fromEntries(found) };
  await outside.settings.write(key, all);
  return accounts(all);
}

function isFresh(known: Remembered[string] | undefined, now: number): boolean {
  return known !== undefined && (known.account !== null || now - known.at < askAgainMs);
}

export interface Found {
  readonly people: People;
  readonly suggestions: Suggestions;
}

function accounts(known: Remembered): Found {
  const entries = Object.entries(known);
  return {
    people: Object.fromEntries(entries.map(([name, { account }]) => [name, account])),
    suggestions: Object.fromEntries(entries.map(([name, { alike }]) => [name, alike])),
  };
}

function owners(plan: Plan): readonly string[] {
  return [plan, ...plan.steps, ...plan.risks, ...plan.rollbacks].flatMap(({ owner }) =>
    owner === null ? [] : [owner],
  );
}
