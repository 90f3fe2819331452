import type { erasePersonRequest } from "#contract/people";
import type { z } from "zod";
import type { AdoptionOutside, Facts } from "../adoption-ports";

/** Where accounts are written beside what they did. */
export interface NamedRecords {
  people(): Promise<readonly string[]>;
  forgetPerson(account: string): Promise<void>;
}

interface Known {
  readonly accountId: string;
  readonly updatedAt: string;
}

export interface PersonalData {
  readonly records: readonly NamedRecords[];
  readonly facts: Pick<Facts, "accounts" | "erasePerson">;
  /** Tells Atlassian which accounts are known; it answers with those whose record must change or go. */
  readonly report: (known: Known[]) => Promise<readonly { readonly accountId: string; readonly status: string }[]>;
  readonly now: number;
}

/** Atlassian's cycle for personal data. An account that was closed leaves no name behind, and none of its facts. */
export async function reportPeople({ records, facts, report, now }: PersonalData): Promise<void> {
  const accounts = await facts.accounts();
  const known = new Map(accounts.map(({ account, seenAt }) => [account, seenAt]));
  for (const names of records) for (const account of await names.people()) known.set(account, now);
  if (known.size === 0) return;
  const numbers = new Map(accounts.map(({ account, person }) => [account, person]));
  const rows = [...known].map(([accountId, at]) => ({ accountId, updatedAt: new Date(at).toISOString() }));
  for (const { accountId, status } of await report(rows)) {
    if (status !== "closed") continue;
    for (const names of records) await names.forgetPerson(accountId);
    const person = numbers.get(accountId);
    if (person !== undefined) await facts.erasePerson(person, null);
  }
}

/** Somebody asks to be forgotten: every fact about them in this plan, by the name under which systems report them. */
export async function erasePerson(
  { plan: id, person }: z.output<typeof erasePersonRequest>,
  outside: AdoptionOutside,
): Promise<null> {
  const loaded = await outside.loadPlan(id);
  await outside.mustAdminister(loaded);
  for (const number of await numbersOf(person, outside)) await outside.facts.erasePerson(number, loaded.plan.id);
  await outside.facts.dropSnapshots(loaded.plan.id);
  return null;
}

/** An account may be counted under its address, as Jira has shown it. */
async function numbersOf(person: string, { seals, facts }: AdoptionOutside): Promise<ReadonlySet<number>> {
  const known = (await facts.accounts()).filter(({ account }) => account === person.trim());
  return new Set([(await seals.personNumbers())(person), ...known.map((one) => one.person)]);
}
