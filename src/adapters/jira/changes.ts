import { getBulkChangelogs } from "jira.js/cloud";
import { z } from "zod";
import type { FieldChange } from "#app/ports";
import type { JiraClient } from "./client";
import { unreadable } from "./parse-item";

const side = z.string().nullish();
/** A change item names its text `toString`, which every object has by another right. */
const changed = z.object({ fieldId: z.string().optional(), field: z.string(), from: side, to: side, fromString: side });
const items = z.array(z.record(z.string(), z.unknown()));
const history = z.object({
  id: z.string(),
  author: z.object({ accountId: z.string(), accountType: z.string().catch("") }).nullish(),
  /** A number on the live site, a text in Atlassian's own document. */
  created: z.union([z.number(), z.string()]),
  items,
});
const page = z.object({
  issueChangeLogs: z.array(z.object({ issueId: z.string(), changeHistories: z.array(history) })).catch([]),
  nextPageToken: z.string().nullish(),
});

const issuesAtOnce = 1_000;

export async function changes(client: JiraClient, issues: readonly string[]): Promise<readonly FieldChange[]> {
  const all: FieldChange[] = [];
  for (let from = 0; from < issues.length; from += issuesAtOnce) {
    all.push(...(await changesOf(client, issues.slice(from, from + issuesAtOnce))));
  }
  return all;
}

async function changesOf(client: JiraClient, issues: readonly string[]): Promise<readonly FieldChange[]> {
  const found: FieldChange[] = [];
  let token: string | undefined;
  do {
    const next = token === undefined ? {} : { nextPageToken: token };
    const answer: unknown = await getBulkChangelogs(client, {
      issueIdsOrKeys: [...issues],
      maxResults: 10_000,
      ...next,
    });
    const read = page.safeParse(answer);
    if (!read.success) throw unreadable("a page of changes", read.error);
    for (const { issueId, changeHistories } of read.data.issueChangeLogs) {
      found.push(...changeHistories.flatMap((one) => changesIn(issueId, one)));
    }
    token = read.data.nextPageToken ?? undefined;
  } while (token !== undefined);
  return found;
}

function changesIn(
  issue: string,
  { id, author, created, items: own }: z.output<typeof history>,
): readonly FieldChange[] {
  return own.flatMap((item, place): readonly FieldChange[] => {
    const read = changed.safeParse(item);
    if (!read.success) return [];
    const { field, fieldId, from, to, fromString } = read.data;
    return [
      {
        id: `${id}/${place}`,
        issue,
        at: typeof created === "number" ? created : Date.parse(created),
        by: author?.accountId ?? "",
        byApp: author?.accountType === "app",
        field: fieldId ?? field,
        from: { value: from ?? null, text: fromString ?? null },
        to: { value: to ?? null, text: textIn(item) },
      },
    ];
  });
}

function textIn(item: Readonly<Record<string, unknown>>): string | null {
  const text = Object.hasOwn(item, "toString") ? item["toString"] : null;
  return typeof text === "string" ? text : null;
}
