import { z } from "zod";
import type { Plan } from "#domain/plan/plan";
import type { Outside } from "../ports";
import type { People } from "./desired";

const remembered = z.record(z.string(), z.object({ account: z.string().nullable(), at: z.number() })).catch({});

type Remembered = z.output<typeof remembered>;

/** Somebody Jira does not know is asked about again after this long; an account id, once found, never changes hands. */
const askAgainMs = 10 * 60_000;

/** Account ids of the people a plan names as owners, by the plan's words for them. */
export async function findPeople(plan: Plan, outside: Outside, space: { id: string; key: string }): Promise<People> {
  const key = `people:${space.id}`;
  const now = outside.clock.now();
  const known = remembered.parse(await outside.settings.read(key));
  const names = new Set(owners(plan).filter((name) => !isFresh(known[name], now)));
  if (names.size === 0) return accounts(known);
  const found = await Promise.all(
    [...names].map(
      async (name) => [name, { account: await outside.jira.findPerson(name, space.key), at: now }] as const,
    ),
  );
  const all = { ...known, ...Object.fromEntries(found) };
  await outside.settings.write(key, all);
  return accounts(all);
}

function isFresh(known: Remembered[string] | undefined, now: number): boolean {
  return known !== undefined && (known.account !== null || now - known.at < askAgainMs);
}

function accounts(known: Remembered): People {
  return Object.fromEntries(Object.entries(known).map(([name, { account }]) => [name, account]));
}

function owners(plan: Plan): readonly string[] {
  return [plan, ...plan.steps, ...plan.risks, ...plan.rollbacks].flatMap(({ owner }) =>
    owner === null ? [] : [owner],
  );
}
