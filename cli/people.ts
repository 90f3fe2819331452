import type { Outside, Person } from "#app/ports";
import type { ProposalView } from "#contract/sync";

/** People by account id, for those a text would else name by that number alone. */
export type People = ReadonlyMap<string, Person>;

const accountId = /^([0-9a-f]{24}|\d+:[0-9a-f-]{36})$/i;
const ownerFields: ReadonlySet<string> = new Set(["assignee", "owner"]);

export async function peopleOf(words: readonly unknown[], { jira }: Outside): Promise<People> {
  const accounts = words.filter((word) => typeof word === "string").filter((word) => accountId.test(word));
  const found = [...new Set(accounts)].map(async (account) => [account, await jira.personOf(account)] as const);
  return new Map(await Promise.all(found));
}

/** Whoever a proposal speaks of. */
export function peopleIn(view: ProposalView, outside: Outside): Promise<People> {
  const fields = view.rows.flatMap((row) => row.fields).filter(({ field }) => ownerFields.has(field));
  return peopleOf(
    fields.flatMap(({ plan, jira }) => [plan, jira]),
    outside,
  );
}
