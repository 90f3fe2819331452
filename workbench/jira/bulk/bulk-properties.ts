import { z } from "zod";
import { canSee } from "../permitted";
import { Problem } from "../problem";
import { findIssue, may } from "../issues/find-issue";
import { checkValue, setProperties } from "../issues/properties";
import type { Issue } from "../records";
import { readBody, route, type Answer, type Call, type Route } from "../router";
import { finish } from "./tasks";

const scopes = ["write:jira-work"];
const values = z.record(z.string(), z.unknown());
const same = z.object({ entitiesIds: z.array(z.number()).min(1).max(10_000), properties: values });
const several = z.object({
  issues: z
    .array(z.object({ issueID: z.number(), properties: values }))
    .min(1)
    .max(100),
});
const filter = z.object({
  entityIds: z.array(z.number()).optional(),
  currentValue: z.unknown().optional(),
  hasProperty: z.boolean().optional(),
});
const update = z.object({ value: z.unknown(), filter: filter.optional() });

export const bulkPropertyRoutes: readonly Route[] = [
  route("POST", "/rest/api/3/issue/properties", {
    scopes,
    handler(call) {
      const { entitiesIds, properties } = readBody(same, call);
      return setAll(
        call,
        entitiesIds.map((id) => ({ id: String(id), properties })),
        "all or nothing",
      );
    },
  }),
  route("POST", "/rest/api/3/issue/properties/multi", {
    scopes,
    handler(call) {
      const issues = readBody(several, call).issues.map(({ issueID, properties }) => ({
        id: String(issueID),
        properties,
      }));
      return setAll(call, issues, "each by itself");
    },
  }),
  route("PUT", "/rest/api/3/issue/properties/{propertyKey}", {
    scopes,
    handler(call) {
      const { value, filter: wanted } = readBody(update, call);
      return changeMatching(call, wanted, value);
    },
  }),
  route("DELETE", "/rest/api/3/issue/properties/{propertyKey}", {
    scopes,
    handler: (call) => changeMatching(call, call.body === undefined ? undefined : readBody(filter, call), undefined),
  }),
];

interface Change {
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

function setAll(call: Call, changes: readonly Change[], mode: "all or nothing" | "each by itself"): Answer {
  const processedIssueIds: string[] = [];
  const failed: Record<string, string[]> = {};
  for (const { id, properties } of changes) {
    if (Object.keys(properties).length > 10) throw new Problem(400, ["At most 10 properties can be set at once."]);
    for (const value of Object.values(properties)) checkValue(value);
    const issue = editable(call, id);
    if (issue === null) failed[id] = ["The issue does not exist or you cannot edit it."];
    else {
      setProperties(call, issue, properties);
      processedIssueIds.push(id);
    }
  }
  const hasFailed = Object.keys(failed).length > 0;
  if (hasFailed && mode === "all or nothing") {
    call.site.store.rollback();
    processedIssueIds.length = 0;
  }
  return seeTask(call, { processedIssueIds, failed });
}

function changeMatching(call: Call, wanted: z.infer<typeof filter> | undefined, value: unknown): Answer {
  const key = call.params["propertyKey"] ?? "";
  const ids = wanted?.entityIds?.map(String);
  const all = call.site.store.collection("issue").all();
  const fitting = all.filter(({ id, properties }) => {
    const isNamed = ids === undefined || ids.includes(id);
    const has = wanted?.hasProperty === undefined || wanted.hasProperty === (properties[key] !== undefined);
    const current = wanted?.currentValue;
    return isNamed && has && (current === undefined || JSON.stringify(current) === JSON.stringify(properties[key]));
  });
  const open = fitting.filter(({ id }) => editable(call, id) !== null);
  for (const issue of open) setProperties(call, issue, { [key]: value });
  return seeTask(call, { processedIssueIds: open.map(({ id }) => id), failed: {} });
}

function editable(call: Call, id: string): Issue | null {
  const issue = findIssue(call.site, id);
  return issue !== null && canSee(call.site, call.caller, issue) && may(call, issue, "EDIT_ISSUES") ? issue : null;
}

function seeTask(call: Call, done: { processedIssueIds: readonly string[]; failed: Record<string, string[]> }): Answer {
  const task = finish(call, { kind: "task", description: "Bulk issue properties", ...done });
  const location = `${call.site.siteUrl}/rest/api/3/task/${task.id}`;
  return { status: 303, body: null, headers: { location }, points: Math.max(1, done.processedIssueIds.length) };
}
