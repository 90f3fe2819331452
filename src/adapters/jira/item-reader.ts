import { z } from "zod";
import { getComments, searchAndReconsileIssuesUsingJqlPost } from "jira.js/cloud";
import type { ItemPage, ItemReader, ReadItem } from "#app/work-items/work-item-ports";
import type { Category, ItemComment } from "#domain/adoption/work-item";
import { accounts, groups, members } from "./accounts";
import type { JiraClient } from "./client";
import { readAs } from "./pages";
import { unreadable } from "./parse-item";

const person = z
  .object({ accountId: z.string() })
  .nullish()
  .transform((read) => read?.accountId ?? null);
const instant = z.string().transform((text) => Date.parse(text));
const named = z.array(z.object({ name: z.string() })).nullish();
const comment = z.object({ id: z.string(), author: person, created: instant });
const request = z.object({ requestType: z.object({ name: z.string() }).nullish() }).nullish();

const issue = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.looseObject({
    summary: z.string().nullish(),
    project: z.object({ id: z.string(), key: z.string(), name: z.string().catch("") }),
    issuetype: z.object({ name: z.string() }),
    created: instant,
    updated: instant,
    creator: person,
    reporter: person,
    assignee: person,
    components: named,
    labels: z.array(z.string()).nullish(),
    resolution: z.object({ name: z.string() }).nullish(),
    security: z.unknown().optional(),
    comment: z.object({ comments: z.array(comment), total: z.number().catch(0) }).nullish(),
  }),
});
const page = z.object({ issues: z.array(issue).catch([]), nextPageToken: z.string().nullish() });

const fields = [
  "summary",
  "project",
  "issuetype",
  "created",
  "updated",
  "creator",
  "reporter",
  "assignee",
  "components",
  "labels",
  "resolution",
  "security",
];

export function itemReader(client: JiraClient): ItemReader {
  let requestType: Promise<string | null> | null = null;
  return {
    page: async (asked) => readPage(client, asked, await (requestType ??= requestTypeField(client))),
    ids: (jql) => allIds(client, jql),
    comments: (item) => allComments(client, item),
    categories: () => categories(client),
    accounts: (ids) => accounts(client, ids),
    groups: (like) => groups(client, like),
    members: (group) => members(client, group),
  };
}

async function readPage(client: JiraClient, { jql, token, most, withComments }: ItemPage, requestType: string | null) {
  const answer: unknown = await searchAndReconsileIssuesUsingJqlPost(client, {
    jql,
    maxResults: most,
    fields: [...fields, ...(withComments ? ["comment"] : []), ...(requestType === null ? [] : [requestType])],
    ...(token === null ? {} : { nextPageToken: token }),
  });
  const read = page.safeParse(answer);
  if (!read.success) throw unreadable("a page of work items", read.error);
  return {
    items: read.data.issues.map((one) => itemOf(one, requestType)),
    next: read.data.nextPageToken ?? null,
  };
}

function itemOf({ id, key, fields: own }: z.output<typeof issue>, requestType: string | null): ReadItem {
  const asked = request.safeParse(requestType === null ? null : own[requestType]);
  return {
    id,
    key,
    title: own.summary ?? "",
    space: own.project,
    createdAt: own.created,
    updatedAt: own.updated,
    creator: own.creator,
    reporter: own.reporter,
    assignee: own.assignee,
    components: (own.components ?? []).map(({ name }) => name),
    labels: own.labels ?? [],
    workType: own.issuetype.name,
    requestType: asked.data?.requestType?.name ?? null,
    resolution: own.resolution?.name ?? null,
    isSecured: own.security !== undefined && own.security !== null,
    comments: (own.comment?.comments ?? []).map(commentOf),
    hasMoreComments: (own.comment?.total ?? 0) > (own.comment?.comments.length ?? 0),
  };
}

function commentOf({ id, author, created }: z.output<typeof comment>): ItemComment {
  return { id, at: created, by: author };
}

const idPage = z.object({
  issues: z.array(z.object({ id: z.string() })).catch([]),
  nextPageToken: z.string().nullish(),
});

/** Asking for ids alone, Jira gives as many as this in one page. */
const largestPage = 5_000;

async function allIds(client: JiraClient, jql: string): Promise<readonly string[]> {
  const ids: string[] = [];
  let token: string | undefined;
  do {
    const next = token === undefined ? {} : { nextPageToken: token };
    const asked = searchAndReconsileIssuesUsingJqlPost(client, {
      jql,
      fields: ["id"],
      maxResults: largestPage,
      ...next,
    });
    const read = await readAs("a page of work items", idPage, asked);
    ids.push(...read.issues.map(({ id }) => id));
    token = read.nextPageToken ?? undefined;
  } while (token !== undefined);
  return ids;
}

const commentPage = z.object({ comments: z.array(comment).catch([]), total: z.number() });

async function allComments(client: JiraClient, item: string): Promise<readonly ItemComment[]> {
  const all: ItemComment[] = [];
  for (;;) {
    const asked = getComments(client, { issueIdOrKey: encodeURIComponent(item), startAt: all.length, maxResults: 100 });
    const { comments, total } = await readAs("a page of comments", commentPage, asked);
    all.push(...comments.map(commentOf));
    if (comments.length === 0 || all.length >= total) return all;
  }
}

const statuses = z.array(z.object({ id: z.string(), statusCategory: z.object({ key: z.string() }) }));

async function categories(client: JiraClient): Promise<ReadonlyMap<string, Category>> {
  const read = await readAs(
    "the list of statuses",
    statuses,
    client.ask({ method: "GET", path: "/rest/api/3/status" }),
  );
  return new Map(
    read.map(({ id, statusCategory: { key } }) => [id, key === "new" || key === "done" ? key : "indeterminate"]),
  );
}

const siteFields = z.array(z.object({ id: z.string(), schema: z.object({ custom: z.string().nullish() }).nullish() }));

/** Only sites with service spaces have the field. */
async function requestTypeField(client: JiraClient): Promise<string | null> {
  const read = await readAs("the list of fields", siteFields, client.ask({ method: "GET", path: "/rest/api/3/field" }));
  return read.find(({ schema }) => schema?.custom === "com.atlassian.servicedesk:vp-origin")?.id ?? null;
}
