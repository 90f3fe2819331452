import { z } from "zod";
import { Problem } from "../problem";
import { userRef } from "../refs";
import { noContent, ok, readBody, route, type Call, type Route } from "../router";
import { editIssue } from "./edit-issue";
import { issueOf, must } from "./find-issue";

const watchers = "/rest/api/3/issue/{issueIdOrKey}/watchers";
const writes = ["write:jira-work"];

/** Who a work item is given to and who watches it. */
export const peopleRoutes: readonly Route[] = [
  route("PUT", "/rest/api/3/issue/{issueIdOrKey}/assignee", {
    scopes: writes,
    handler(call) {
      const { accountId } = readBody(z.looseObject({ accountId: z.string().nullable() }), call);
      const issue = issueOf(call);
      must(call, issue, "ASSIGN_ISSUES");
      // "-1" asks for the space's default, which is nobody here.
      editIssue(call, issue, { fields: { assignee: accountId === null || accountId === "-1" ? null : { accountId } } });
      return noContent;
    },
  }),
  route("GET", watchers, {
    scopes: ["read:jira-work"],
    handler(call) {
      const { key, watcherIds } = issueOf(call);
      const self = `${call.site.siteUrl}/rest/api/3/issue/${key}/watchers`;
      const isWatching = watcherIds.includes(call.accountId);
      const people = watcherIds.map((accountId) => userRef(call.site, accountId));
      return ok({ self, isWatching, watchCount: watcherIds.length, watchers: people });
    },
  }),
  route("POST", watchers, {
    scopes: writes,
    handler(call) {
      const accountId = z.string().safeParse(call.body).data ?? call.accountId;
      if (call.site.store.collection("user").get(accountId) === null)
        throw new Problem(404, ["The user does not exist."]);
      return watch(call, accountId, (ids) => [...new Set([...ids, accountId])]);
    },
  }),
  route("DELETE", watchers, {
    scopes: writes,
    handler(call) {
      const accountId = call.query.get("accountId") ?? call.accountId;
      return watch(call, accountId, (ids) => ids.filter((id) => id !== accountId));
    },
  }),
];

function watch(call: Call, accountId: string, change: (ids: readonly string[]) => readonly string[]): typeof noContent {
  const issue = issueOf(call);
  if (accountId !== call.accountId) must(call, issue, "MANAGE_WATCHERS");
  call.site.store.collection("issue").put({ ...issue, watcherIds: change(issue.watcherIds) });
  return noContent;
}
