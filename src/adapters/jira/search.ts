import { z } from "zod";
import { countIssues, searchAndReconsileIssuesUsingJqlPost } from "jira.js/cloud";
import type { ItemQuery, TitleQuery } from "#app/ports";
import type { JiraClient } from "./client";
import { unreadable } from "./parse-item";
import { statusOf } from "./refused";

const page = z.object({
  issues: z.array(z.object({ id: z.string(), key: z.string().optional() })).catch([]),
  nextPageToken: z.string().nullish(),
});

/** Asking for ids alone, Jira gives as many as this in one page. */
const largestPage = 5_000;

/** What carries an identity; where Jira does not know the property, everything of the types that could. */
export async function searchIds(client: JiraClient, query: ItemQuery): Promise<readonly string[]> {
  try {
    return await idsFor(client, jqlOf(query));
  } catch (error) {
    if (statusOf(error) !== 400) throw error;
    const types = query.types ?? [];
    return types.length === 0 ? [] : idsFor(client, typesJql(query.space, types));
  }
}

async function idsFor(client: JiraClient, jql: string): Promise<readonly string[]> {
  const ids: string[] = [];
  let token: string | undefined;
  do {
    const found = await search(client, { jql, token, most: largestPage });
    ids.push(...found.issues.map(({ id }) => id));
    token = found.nextPageToken ?? undefined;
  } while (token !== undefined);
  return ids;
}

/** So many titles fit into one question. */
const titlesAtOnce = 20;
const mostFound = 100;

export async function searchTitled(
  client: JiraClient,
  { space, types, titles }: TitleQuery,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (let from = 0; from < titles.length; from += titlesAtOnce) {
    const alike = titles.slice(from, from + titlesAtOnce).flatMap(phrase);
    if (alike.length === 0) continue;
    const jql = `project = ${quoted(space)} AND issuetype in (${types.map(quoted).join(", ")}) AND (${alike.join(" OR ")}) order by key`;
    const { issues } = await search(client, { jql, token: undefined, most: mostFound });
    found.push(...issues.map(({ id }) => id));
  }
  return found;
}

/** Jira's text search knows no punctuation; what it finds is compared letter by letter afterwards. */
function phrase(title: string): readonly string[] {
  const words = title.replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim();
  return words === "" ? [] : [`summary ~ ${quoted(`"${words}"`)}`];
}

export async function newestNumber(client: JiraClient, spaceKey: string): Promise<number> {
  const found = await search(client, {
    jql: `project = ${quoted(spaceKey)} order by key desc`,
    token: undefined,
    most: 1,
  });
  const key = found.issues[0]?.key ?? "";
  return Number(key.slice(key.lastIndexOf("-") + 1)) || 0;
}

const counted = z.object({ count: z.number() });

/** One call whatever it finds; Jira's own index answers, so what changed a moment ago may be missing. */
export async function countItems(client: JiraClient, jql: string): Promise<number> {
  const read = counted.safeParse(await countIssues(client, { jql }));
  if (!read.success) throw unreadable("its count of work items", read.error);
  return read.data.count;
}

interface Search {
  readonly jql: string;
  readonly token: string | undefined;
  readonly most: number;
}

async function search(client: JiraClient, { jql, token, most }: Search): Promise<z.output<typeof page>> {
  const answer: unknown = await searchAndReconsileIssuesUsingJqlPost(client, {
    jql,
    fields: ["key"],
    maxResults: most,
    ...(token === undefined ? {} : { nextPageToken: token }),
  });
  const read = page.safeParse(answer);
  if (!read.success) throw unreadable("a page of work items", read.error);
  return read.data;
}

export function jqlOf({ plan, kind, space, parent, minutes }: ItemQuery): string {
  const terms = [
    space === null ? null : `project = ${quoted(space)}`,
    plan === null ? null : `issue.property[uptake.item].plan = ${quoted(plan)}`,
    kind === null ? null : `issue.property[uptake.item].kind = ${quoted(kind)}`,
    parent === undefined ? null : `parent = ${parent}`,
    minutes === undefined ? null : `updated >= -${minutes}m`,
  ];
  return `${terms.filter((term) => term !== null).join(" AND ")} order by key`;
}

function typesJql(space: string | null, types: readonly string[]): string {
  const within = space === null ? "" : `project = ${quoted(space)} AND `;
  return `${within}issuetype in (${types.map(quoted).join(", ")}) order by key`;
}

export function quoted(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
