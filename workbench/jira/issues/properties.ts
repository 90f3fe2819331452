import { Problem } from "../problem";
import type { Issue } from "../records";
import { noContent, ok, route, type Call, type Route } from "../router";
import { issueOf, must } from "./find-issue";
import { writeIssue } from "./write-issue";

const path = "/rest/api/3/issue/{issueIdOrKey}/properties";

export const propertyRoutes: readonly Route[] = [
  route("GET", path, {
    scopes: ["read:jira-work"],
    handler(call) {
      const issue = issueOf(call);
      const self = `${call.site.siteUrl}/rest/api/3/issue/${issue.key}/properties`;
      return ok({ keys: Object.keys(issue.properties).map((key) => ({ self: `${self}/${key}`, key })) });
    },
  }),
  route("GET", `${path}/{propertyKey}`, {
    scopes: ["read:jira-work"],
    handler(call) {
      const [key, value] = held(call, issueOf(call));
      return ok({ key, value });
    },
  }),
  route("PUT", `${path}/{propertyKey}`, {
    scopes: ["write:jira-work"],
    handler(call) {
      const [issue, key] = [issueOf(call), keyOf(call)];
      must(call, issue, "EDIT_ISSUES");
      checkValue(call.body);
      const isNew = issue.properties[key] === undefined;
      setProperties(call, issue, { [key]: call.body });
      return { status: isNew ? 201 : 200, body: null };
    },
  }),
  route("DELETE", `${path}/{propertyKey}`, {
    scopes: ["write:jira-work"],
    handler(call) {
      const issue = issueOf(call);
      must(call, issue, "EDIT_ISSUES");
      const [key] = held(call, issue);
      setProperties(call, issue, { [key]: undefined });
      return noContent;
    },
  }),
];

/** Sets properties; undefined removes one. */
export function setProperties(call: Call, issue: Issue, changes: Readonly<Record<string, unknown>>): void {
  const entries = Object.entries({ ...issue.properties, ...changes }).filter(([, value]) => value !== undefined);
  writeIssue(call, issue, { properties: Object.fromEntries(entries) });
}

export function checkValue(value: unknown): void {
  if (value === undefined) throw new Problem(400, ["The property value cannot be empty."]);
  if (JSON.stringify(value).length > 32_768)
    throw new Problem(400, ["The property value is too long. The maximum length is 32768 characters."]);
}

function keyOf({ params }: Call): string {
  const key = params["propertyKey"] ?? "";
  if (key.length > 255) throw new Problem(400, ["The property key cannot be longer than 255 characters."]);
  return key;
}

function held(call: Call, issue: Issue): readonly [key: string, value: unknown] {
  const key = keyOf(call);
  const value = issue.properties[key];
  if (value === undefined) throw new Problem(404, [`The property with key '${key}' does not exist.`]);
  return [key, value];
}
