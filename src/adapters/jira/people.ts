import { z } from "zod";
import { findAssignableUsers, findUsers } from "jira.js/cloud";
import type { JiraClient } from "./client";
import type { Person } from "#app/ports";
import { unreadable } from "./parse-item";

const user = z.object({
  accountId: z.string(),
  accountType: z.string().nullish(),
  emailAddress: z.string().nullish(),
  displayName: z.string().nullish(),
  active: z.boolean().catch(true),
});
const users = z.array(user);

/** The one active account that answers to an e-mail, a name as Jira shows it, or an account id. Where addresses are hidden, a single answer is believed. */
export async function findPerson(client: JiraClient, name: string): Promise<string | null> {
  const asked = isAccountId(name) ? { accountId: name } : { query: name };
  const read = users.safeParse(await findUsers(client, { ...asked, maxResults: 20 }));
  if (!read.success) throw unreadable("a list of people", read.error);
  const people = read.data.filter(({ active, accountType }) => active && (accountType ?? "atlassian") === "atlassian");
  const named = people.filter(
    ({ emailAddress, displayName, accountId }) =>
      accountId === name || same(emailAddress, name) || same(displayName, name),
  );
  const [first, ...more] = named.length > 0 ? named : people.filter(({ emailAddress }) => !emailAddress);
  return first === undefined || more.length > 0 ? null : first.accountId;
}

const mostAlike = 3;

/** People who may be given work in the space and whose name or address begins like this. */
export async function suggestPeople(client: JiraClient, name: string, spaceKey: string): Promise<readonly string[]> {
  const [query = ""] = name.split(/[@._\s-]/).filter((word) => word.length > 1);
  if (query === "") return [];
  const asked = findAssignableUsers(client, { query, project: spaceKey, maxResults: mostAlike });
  const read = users.safeParse(await asked);
  if (!read.success) throw unreadable("a list of people", read.error);
  const people = read.data.filter(({ active, displayName }) => active && displayName);
  return people.map(({ displayName, emailAddress, accountId }) => `${displayName} (${emailAddress ?? accountId})`);
}

/** The name somebody shows on this site, and the address where Jira shows it; a closed account shows neither. */
export async function personOf(client: JiraClient, accountId: string): Promise<Person> {
  // Whoever has been forgotten has left an empty name in what happened.
  if (accountId === "") return { name: "a former user", address: null };
  const read = users.safeParse(await findUsers(client, { accountId, maxResults: 1 }));
  if (!read.success) throw unreadable("a list of people", read.error);
  const [found] = read.data;
  return { name: found?.displayName ?? "a former user", address: found?.emailAddress || null };
}

function same(words: string | null | undefined, name: string): boolean {
  return typeof words === "string" && words.toLowerCase() === name.toLowerCase();
}

/** Either of the two forms Atlassian has given account ids. */
function isAccountId(name: string): boolean {
  return /^([0-9a-f]{24}|\d+:[0-9a-f-]{36})$/i.test(name);
}
