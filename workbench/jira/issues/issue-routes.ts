import { z } from "zod";
import { canSee } from "../permitted";
import { Problem } from "../problem";
import type { Issue } from "../records";
import { created, listOf, noContent, ok, readBody, route, type Answer, type Call, type Route } from "../router";
import { createBody, createIssue } from "./create-issue";
import { deleteIssue } from "./delete-issue";
import { editBody, editIssue } from "./edit-issue";
import { findIssue, issueOf } from "./find-issue";
import { renderIssue } from "./render-issue";

const reads = ["read:jira-work"];
const writes = ["write:jira-work"];
const path = "/rest/api/3/issue/{issueIdOrKey}";

export const issueRoutes: readonly Route[] = [
  route("POST", "/rest/api/3/issue", {
    scopes: writes,
    handler: async (call) => created(createdRef(call, await createIssue(call, readBody(createBody, call)))),
  }),
  route("POST", "/rest/api/3/issue/bulk", { scopes: writes, handler: createMany }),
  route("POST", "/rest/api/3/issue/bulkfetch", { scopes: reads, handler: fetchMany }),
  route("GET", path, {
    scopes: reads,
    handler(call) {
      const [fields, expand] = [listOf(call.query, "fields"), listOf(call.query, "expand")];
      const wanted = {
        fields: fields.length === 0 ? ["*all"] : fields,
        expand,
        properties: listOf(call.query, "properties"),
      };
      return { ...ok(renderIssue(call, issueOf(call), wanted)), points: 2 };
    },
  }),
  route("PUT", path, {
    scopes: writes,
    handler(call) {
      const issue = editIssue(call, issueOf(call), readBody(editBody, call));
      const wanted = { fields: ["*all"], expand: listOf(call.query, "expand"), properties: [] };
      return call.query.get("returnIssue") === "true" ? ok(renderIssue(call, issue, wanted)) : noContent;
    },
  }),
  route("DELETE", path, {
    scopes: writes,
    handler(call) {
      deleteIssue(call, issueOf(call));
      return noContent;
    },
  }),
];

/** Up to 50 at once, each kept or taken back by itself: what one element lacks does not stop the others. */
async function createMany(call: Call): Promise<Answer> {
  const { issueUpdates } = readBody(z.object({ issueUpdates: z.array(z.unknown()) }), call);
  if (issueUpdates.length > 50) throw new Problem(400, ["The number of issues to create must not exceed 50."]);
  const issues: object[] = [];
  const errors: object[] = [];
  for (const [failedElementNumber, sent] of issueUpdates.entries()) {
    try {
      issues.push(createdRef(call, await createIssue(call, readBody(createBody, { ...call, body: sent }))));
      call.site.store.commit();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      call.site.store.rollback();
      errors.push({ status: error.status, elementErrors: error.body, failedElementNumber });
    }
  }
  return { status: issues.length === 0 ? 400 : 201, body: { issues, errors }, points: issueUpdates.length };
}

const fetched = z.object({
  issueIdsOrKeys: z.array(z.union([z.string(), z.number()]).transform(String)).min(1),
  fields: z.array(z.string()).optional(),
  expand: z.array(z.string()).optional(),
  properties: z.array(z.string()).optional(),
});
const mostProperties = 5;
const heavyFields = ["comment", "worklog", "issuelinks", "subtasks", "attachment", "description", "environment"];

function fetchMany(call: Call): Answer {
  const { issueIdsOrKeys, fields = [], expand = [], properties = [] } = readBody(fetched, call);
  const isLight =
    fields.length > 0 &&
    fields.length <= 100 &&
    expand.length === 0 &&
    !fields.some((id) => id.startsWith("*") || id.startsWith("-") || heavyFields.includes(id));
  const most = isLight ? 1000 : 100;
  if (issueIdsOrKeys.length > most)
    throw new Problem(400, [`The number of issues to fetch exceeds the maximum of ${most}.`]);
  if (properties.length > mostProperties)
    throw new Problem(400, [`The maximum number of properties is ${mostProperties}.`]);
  const issues: Issue[] = [];
  const issueErrors: object[] = [];
  for (const idOrKey of new Set(issueIdsOrKeys)) {
    const issue = findIssue(call.site, idOrKey);
    if (issue !== null && canSee(call.site, call.caller, issue)) issues.push(issue);
    else
      issueErrors.push({ id: idOrKey, errorMessage: "Issue does not exist or you do not have permission to see it." });
  }
  const wanted = { fields: fields.length === 0 ? ["*navigable"] : fields, expand, properties };
  const body = { issues: issues.map((issue) => renderIssue(call, issue, wanted)), issueErrors };
  return { status: 200, body, points: 1 + issues.length };
}

function createdRef({ site }: Call, { id, key }: Issue): object {
  return { id, key, self: `${site.siteUrl}/rest/api/3/issue/${id}` };
}
