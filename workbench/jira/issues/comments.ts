import { z } from "zod";
import { canSee } from "../permitted";
import { Problem } from "../problem";
import { userRef } from "../refs";
import type { Comment, Issue } from "../records";
import { created, noContent, ok, pageOf, readBody, route, type Call, type Route } from "../router";
import { stamp, zoneOf } from "../stamp";
import { shownText } from "./adf";
import { emitIssueEvent } from "./events";
import { issueOf, may } from "./find-issue";
import { richBody } from "./read-value";
import { touch } from "./write-issue";

const [reads, writes] = [["read:jira-work"], ["write:jira-work"]];
const path = "/rest/api/3/issue/{issueIdOrKey}/comment";
const sent = z.looseObject({ body: z.unknown() });

export const commentRoutes: readonly Route[] = [
  route("GET", path, {
    scopes: reads,
    handler(call) {
      const ordered = commentsOf(call, issueOf(call));
      const {
        isLast: _,
        values,
        ...page
      } = pageOf(isNewestFirst(call) ? ordered.toReversed() : ordered, call.query, 100);
      return ok({ ...page, comments: values.map((comment) => renderComment(call, comment)) });
    },
  }),
  route("POST", path, {
    scopes: writes,
    handler: (call) => created(renderComment(call, addComment(call, issueOf(call), readBody(sent, call).body))),
  }),
  route("GET", `${path}/{id}`, { scopes: reads, handler: (call) => ok(renderComment(call, commentOf(call))) }),
  route("PUT", `${path}/{id}`, {
    scopes: writes,
    handler(call) {
      const comment = own(call, "EDIT");
      const body = richBody(readBody(sent, call).body, call.version);
      const edited = { ...comment, body, updateAuthorId: call.accountId, updated: call.site.clock.now() };
      call.site.store.collection("comment").put(edited);
      tell(call, issueOf(call), edited);
      return ok(renderComment(call, edited));
    },
  }),
  route("DELETE", `${path}/{id}`, {
    scopes: writes,
    handler(call) {
      call.site.store.collection("comment").delete(own(call, "DELETE").id);
      emitIssueEvent(call, touch(call, issueOf(call)), { eventType: "avi:jira:updated:issue" });
      return noContent;
    },
  }),
  route("POST", "/rest/api/3/comment/list", {
    scopes: reads,
    handler(call) {
      const { ids } = readBody(z.object({ ids: z.array(z.number()).min(1).max(1000) }), call);
      const found = ids.flatMap((id) => call.site.store.collection("comment").get(String(id)) ?? []);
      const seen = found.filter(({ issueId }) => {
        const issue = call.site.store.collection("issue").get(issueId);
        return issue !== null && canSee(call.site, call.caller, issue);
      });
      const page = pageOf(seen, call.query, 1000);
      return ok({ ...page, values: page.values.map((comment) => renderComment(call, comment)) });
    },
  }),
];

export function addComment(call: Call, issue: Issue, body: unknown): Comment {
  if (!may(call, issue, "ADD_COMMENTS")) {
    const words = `${userName(call)}, you do not have the permission to comment on this issue.`;
    throw new Problem(400, [words]);
  }
  const comments = call.site.store.collection("comment");
  const now = call.site.clock.now();
  const who = { authorId: call.accountId, updateAuthorId: call.accountId };
  const text = { body: richBody(body, call.version), created: now, updated: now };
  const comment = comments.put({ id: comments.nextId(), issueId: issue.id, ...who, ...text });
  tell(call, issue, comment);
  return comment;
}

/** The comments as a field of the work item shows them. */
export function commentPage(call: Call, issue: Issue, most: number): object {
  const all = commentsOf(call, issue);
  const comments = all.slice(0, most).map((comment) => renderComment(call, comment));
  const self = `${call.site.siteUrl}/rest/api/3/issue/${issue.id}/comment`;
  return { comments, self, maxResults: comments.length, total: all.length, startAt: 0 };
}

/** A new and an edited comment arrive as the same event, and the work item counts as updated. */
function tell(call: Call, issue: Issue, comment: Comment): void {
  const touched = touch(call, issue);
  emitIssueEvent(call, touched, { eventType: "avi:jira:commented:issue", comment: renderComment(call, comment) });
  emitIssueEvent(call, touched, { eventType: "avi:jira:updated:issue" });
}

function commentsOf({ site }: Call, issue: Issue): readonly Comment[] {
  return site.store.collection("comment").where("issueId", issue.id);
}

function commentOf(call: Call): Comment {
  const issue = issueOf(call);
  const comment = call.site.store.collection("comment").get(call.params["id"] ?? "");
  if (comment?.issueId === issue.id) return comment;
  throw new Problem(404, [`Can not find a comment for the id: ${call.params["id"] ?? ""}.`]);
}

function own(call: Call, verb: "EDIT" | "DELETE"): Comment {
  const comment = commentOf(call);
  const permission = comment.authorId === call.accountId ? `${verb}_OWN_COMMENTS` : `${verb}_ALL_COMMENTS`;
  if (may(call, issueOf(call), permission)) return comment;
  throw new Problem(400, [
    `${userName(call)}, you do not have the permission to ${verb.toLowerCase()} the comment with id: ${comment.id}.`,
  ]);
}

function renderComment(call: Call, { id, issueId, ...comment }: Comment): object {
  const [author, updateAuthor] = [userRef(call.site, comment.authorId), userRef(call.site, comment.updateAuthorId)];
  const [made, updated] = [stamp(comment.created, zoneOf(call)), stamp(comment.updated, zoneOf(call))];
  const [self, body] = [
    `${call.site.siteUrl}/rest/api/3/issue/${issueId}/comment/${id}`,
    shownText(comment.body, call.version),
  ];
  return { self, id, author, body, updateAuthor, created: made, updated, jsdPublic: true };
}

function isNewestFirst({ query }: Call): boolean {
  const order = query.get("orderBy") ?? "created";
  if (/^[+-]?created$/.test(order)) return order.startsWith("-");
  throw new Problem(400, ["Comments can only be ordered by 'created'."]);
}

function userName({ site, accountId }: Call): string {
  return site.store.collection("user").get(accountId)?.displayName ?? "Anonymous";
}
