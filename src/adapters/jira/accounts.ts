import { z } from "zod";
import { findGroups, getUsersFromGroup } from "jira.js/cloud";
import type { Account, Group } from "#app/work-items/work-item-ports";
import { Refusal } from "#app/refusal";
import type { JiraClient } from "./client";
import { allPages, readAs } from "./pages";
import { statusOf } from "./refused";

const user = z.object({
  accountId: z.string(),
  accountType: z.string().nullish(),
  emailAddress: z.string().nullish(),
});

const mostAtOnce = 200;

/** Who these accounts are; one that is closed, or that Jira does not show, is left out. */
export async function accounts(client: JiraClient, ids: readonly string[]): Promise<readonly Account[]> {
  const found: Account[] = [];
  const answer = z.object({ values: z.array(user).catch([]) });
  for (let from = 0; from < ids.length; from += mostAtOnce) {
    const query = new URLSearchParams({ maxResults: String(mostAtOnce) });
    for (const id of ids.slice(from, from + mostAtOnce)) query.append("accountId", id);
    const asked = client.ask({ method: "GET", path: `/rest/api/3/user/bulk?${query.toString()}` });
    found.push(...(await readAs("a list of people", answer, asked)).values.map(accountOf));
  }
  return found;
}

function accountOf({ accountId, accountType, emailAddress }: z.output<typeof user>): Account {
  const kind = accountType === "app" || accountType === "customer" ? accountType : "person";
  return { id: accountId, email: emailAddress || null, kind };
}

/** Jira gives no more of a group at a time; whoever is deactivated is no member any more. */
const mostMembers = 50;

const foundGroups = z.object({ groups: z.array(z.object({ groupId: z.string(), name: z.string() })).catch([]) });

export async function groups(client: JiraClient, like: string): Promise<readonly Group[]> {
  const read = await readAs("a list of groups", foundGroups, findGroups(client, { query: like, maxResults: 20 }));
  return read.groups.map(({ groupId, name }) => ({ id: groupId, name }));
}

export async function members(client: JiraClient, group: string): Promise<readonly Account[]> {
  try {
    const read = await allPages("the members of a group", user, (page) =>
      getUsersFromGroup(client, { groupId: group, ...page, maxResults: mostMembers }),
    );
    return read.map(accountOf);
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
    throw new Refusal("not_found", {
      message: "Jira knows this group no longer.",
      mend: "Choose another group, or remove it here. Until then nobody is taken to have joined or left.",
      cause: error,
    });
  }
}
