import { z } from "zod";
import { Problem } from "../problem";
import { userRef } from "../refs";
import type { ChangeHistory, ChangeItem, Issue } from "../records";
import { ok, pageOf, readBody, route, type Answer, type Call, type Route } from "../router";
import { stamp, zoneOf } from "../stamp";
import { findIssue, issueOf } from "./find-issue";
import { canSee } from "../permitted";

const scopes = ["read:jira-work"];
const wanted = z.object({
  issueIdsOrKeys: z.array(z.string()).min(1),
  fieldIds: z.array(z.string()).optional(),
  maxResults: z.number().int().min(1).max(10_000).optional(),
  nextPageToken: z.string().optional(),
});

export const changelogRoutes: readonly Route[] = [
  route("GET", "/rest/api/3/issue/{issueIdOrKey}/changelog", {
    scopes,
    handler(call) {
      const page = pageOf(historiesOf(call, issueOf(call)), call.query, 100);
      return ok({ ...page, values: page.values.map((history) => renderHistory(call, history)) });
    },
  }),
  route("POST", "/rest/api/3/issue/{issueIdOrKey}/changelog/list", {
    scopes,
    handler(call) {
      const ids = readBody(z.object({ changelogIds: z.array(z.number()) }), call).changelogIds.map(String);
      const histories = historiesOf(call, issueOf(call)).filter(({ id }) => ids.includes(id));
      return ok(page(call, histories));
    },
  }),
  route("POST", "/rest/api/3/changelog/bulkfetch", { scopes, handler: bulkfetch }),
];

/** The newest histories first, as `expand=changelog` shows them. */
export function pageOfHistories(call: Call, issue: Issue): object {
  return page(call, historiesOf(call, issue).toReversed());
}

function page(call: Call, histories: readonly ChangeHistory[]): object {
  const shown = histories.map((history) => renderHistory(call, history));
  return { startAt: 0, maxResults: shown.length, total: shown.length, histories: shown };
}

function historiesOf({ site }: Pick<Call, "site">, issue: Issue): readonly ChangeHistory[] {
  return site.store.collection("history").where("issueId", issue.id);
}

function renderHistory(call: Call, history: ChangeHistory): object {
  const items = history.items.map(renderItem);
  const author = userRef(call.site, history.authorId);
  return { id: history.id, author, created: stamp(history.created, zoneOf(call)), items };
}

/** One item as changelogs and events carry it. */
export function renderItem({ fromText, toText, fieldId, ...item }: ChangeItem): object {
  return { ...item, ...(fieldId === null ? {} : { fieldId }), fromString: fromText, toString: toText };
}

function bulkfetch(call: Call): Answer {
  const { issueIdsOrKeys, fieldIds = [], maxResults = 1000, nextPageToken } = readBody(wanted, call);
  const tooMany = "You may only load changelogs for a maximum of 1,000 issues by ID or key at a time.";
  if (issueIdsOrKeys.length > 1000) throw new Problem(400, [tooMany]);
  if (fieldIds.length > 10) throw new Problem(400, ["You may only filter changelogs by a maximum of 10 fields."]);
  const issues = issueIdsOrKeys.flatMap((idOrKey) => findIssue(call.site, idOrKey) ?? []);
  const seen = [...new Set(issues)].filter((issue) => canSee(call.site, call.caller, issue));
  const isAsked = ({ fieldId, field }: ChangeItem): boolean =>
    fieldIds.length === 0 || fieldIds.includes(fieldId ?? "") || (fieldIds.includes("parent") && field === parentItem);
  const all = seen
    .flatMap((issue) => historiesOf(call, issue))
    .flatMap((history) => {
      const items = history.items.filter(isAsked);
      return items.length === 0 ? [] : [{ ...history, items }];
    });
  const start = Number(nextPageToken ?? 0);
  const shown = all.slice(start, start + maxResults);
  const issueChangeLogs = seen.flatMap(({ id }) => {
    const own = shown.filter(({ issueId }) => issueId === id);
    // The live site sends `created` as a number here, against its own document.
    const changeHistories = own.map((history) => ({ ...renderHistory(call, history), created: history.created }));
    return own.length === 0 ? [] : [{ issueId: id, changeHistories }];
  });
  const isLast = start + maxResults >= all.length;
  const body = { issueChangeLogs, ...(isLast ? {} : { nextPageToken: String(start + maxResults) }) };
  return { status: 200, body, points: 1 + seen.length };
}

/** How a change of parent is named in a changelog; it has no field id. */
export const parentItem = "IssueParentAssociation";
