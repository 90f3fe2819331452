import type { Plan } from "#domain/plan/plan";
import type { Jira, Settings } from "../ports";
import { isRecord } from "./details";
import type { People } from "./desired";

/** Account ids of the people a plan names as owners. Whoever was found once is remembered: an account id never changes hands. */
export async function findPeople(
  plan: Plan,
  outside: { jira: Jira; settings: Settings },
  space: { id: string; key: string },
): Promise<People> {
  const key = `people:${space.id}`;
  const stored = await outside.settings.read(key);
  const known = isRecord(stored) ? textEntries(stored) : {};
  const names = new Set(owners(plan).filter((name) => !(name in known)));
  if (names.size === 0) return known;
  const found = await Promise.all(
    [...names].map(async (name) => [name, await outside.jira.findPerson(name, space.key)] as const),
  );
  const fresh = Object.fromEntries(found);
  const remembered = { ...known, ...textEntries(fresh) };
  if (Object.keys(remembered).length > Object.keys(known).length) await outside.settings.write(key, remembered);
  return { ...known, ...fresh };
}

function owners(plan: Plan): readonly string[] {
  return [plan, ...plan.steps, ...plan.risks, ...plan.rollbacks].flatMap(({ owner }) =>
    owner === null ? [] : [owner],
  );
}

function textEntries(record: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => (typeof value === "string" ? [[key, value] as const] : [])),
  );
}
