import { projectRef, renderStatus, renderType, statusCategories } from "../refs";
import type { Field } from "../config-records";
import type { Issue } from "../records";
import type { Call } from "../router";
import { stamp, zoneOf } from "../stamp";
import { pageOfHistories } from "./changelog";
import { commentPage } from "./comments";
import { applies, kindOf, textIn } from "./fields-of";
import { renderLinksOf } from "./links";
import { editMeta } from "./meta";
import { renderValue } from "./render-value";
import { offeredTransitions } from "./transitions";
import { worklogPage } from "./worklogs";

export interface Wanted {
  /** Field ids, `*all`, `*navigable`, `-id`; empty shows no fields at all. */
  readonly fields: readonly string[];
  readonly expand: readonly string[];
  readonly properties: readonly string[];
  /** A search shows only the first comments of each work item. */
  readonly mostComments?: number;
}

/** A work item as GET and search show it. */
export function renderIssue(call: Call, issue: Issue, wanted: Wanted): object {
  const { site } = call;
  const fields = wantedFields(call, issue, wanted.fields);
  const has = (name: string): boolean => wanted.expand.includes(name);
  const properties = wanted.properties.includes("*all") ? Object.keys(issue.properties) : wanted.properties;
  const known = properties.filter((key) => issue.properties[key] !== undefined);
  return {
    expand: "renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations",
    id: issue.id,
    self: `${site.siteUrl}/rest/api/3/issue/${issue.id}`,
    key: issue.key,
    ...(has("names") ? { names: Object.fromEntries(fields.map(({ id, name }) => [id, name])) } : {}),
    ...(has("schema") ? { schema: Object.fromEntries(fields.map(({ id, schema }) => [id, schema])) } : {}),
    ...(has("transitions") ? { transitions: offeredTransitions(call, issue) } : {}),
    ...(has("editmeta") ? { editmeta: editMeta(call, issue) } : {}),
    ...(has("changelog") ? { changelog: pageOfHistories(call, issue) } : {}),
    ...(known.length > 0 ? { properties: Object.fromEntries(known.map((key) => [key, issue.properties[key]])) } : {}),
    ...(wanted.fields.length === 0
      ? {}
      : {
          fields: Object.fromEntries(
            fields.map((field) => [
              field.id,
              field.id === "comment"
                ? commentPage(call, issue, wanted.mostComments ?? Infinity)
                : renderField(call, issue, field),
            ]),
          ),
        }),
  };
}

/** What a work item shows of itself inside a link, a parent or a sub-task. */
export function issueRef(call: Call, issue: Issue): object {
  const { site } = call;
  const priority = site.store.collection("field").get("priority");
  const type = site.store.collection("issueType").get(issue.typeId);
  const status = site.store.collection("status").get(textIn(issue, "status") ?? "");
  return {
    id: issue.id,
    key: issue.key,
    self: `${site.siteUrl}/rest/api/3/issue/${issue.id}`,
    fields: {
      summary: issue.fields["summary"],
      ...(status === null ? {} : { status: renderStatus(site, status) }),
      ...(priority === null ? {} : { priority: renderValue(call, priority, issue.fields["priority"]) ?? undefined }),
      ...(type === null ? {} : { issuetype: renderType(site, type) }),
    },
  };
}

function wantedFields({ site }: Call, issue: Issue, wanted: readonly string[]): readonly Field[] {
  const kind = kindOf(site, issue);
  const hasAll = wanted.includes("*all") || wanted.includes("*navigable") || wanted.every((id) => id.startsWith("-"));
  if (wanted.length === 0) return [];
  const fields = hasAll
    ? site.store.collection("field").all()
    : wanted.flatMap((id) => site.store.collection("field").get(id) ?? site.store.collection("field").where("key", id));
  return fields.filter(
    (field) => !wanted.includes(`-${field.id}`) && applies(site, field, kind) && isShown(issue, field),
  );
}

/** Jira leaves `parent` and `security` out where there is none, and shows every other empty field as null. */
function isShown(issue: Issue, { id }: Field): boolean {
  return (id !== "parent" && id !== "security") || textIn(issue, id) !== null;
}

function renderField(call: Call, issue: Issue, field: Field): unknown {
  const { site } = call;
  const { store } = site;
  switch (field.id) {
    case "project":
      return projectRef(site, kindOf(site, issue).project);
    case "issuetype": {
      const type = store.collection("issueType").get(issue.typeId);
      return type === null ? null : renderType(site, type);
    }
    case "statusCategory": {
      const status = store.collection("status").get(textIn(issue, "status") ?? "");
      return status === null ? null : statusCategories[status.categoryKey];
    }
    case "created":
    case "updated":
      return stamp(issue[field.id], zoneOf(call));
    case "parent": {
      const parent = store.collection("issue").get(textIn(issue, "parent") ?? "");
      return parent === null ? null : issueRef(call, parent);
    }
    case "subtasks":
      return subtasks(call, issue).map((child) => issueRef(call, child));
    case "issuelinks":
      return renderLinksOf(call, issue);
    case "worklog":
      return worklogPage(call, issue);
    case "watches": {
      const self = `${site.siteUrl}/rest/api/3/issue/${issue.key}/watchers`;
      return { self, watchCount: issue.watcherIds.length, isWatching: issue.watcherIds.includes(call.accountId) };
    }
    default:
      return renderValue(call, field, issue.fields[field.id]);
  }
}

export function subtasks({ site: { store } }: Pick<Call, "site">, issue: Issue): readonly Issue[] {
  const siblings = store.collection("issue").where("projectId", issue.projectId);
  return siblings.filter(
    ({ fields, typeId }) =>
      fields["parent"] === issue.id && store.collection("issueType").get(typeId)?.hierarchyLevel === -1,
  );
}
