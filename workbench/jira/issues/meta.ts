import { permitted } from "../permitted";
import { noProject, Problem } from "../problem";
import { renderPriority, renderResolution, renderType } from "../refs";
import type { Field, IssueType, Project } from "../config-records";
import type { Issue } from "../records";
import { numberOf, ok, route, type Call, type Route } from "../router";
import { contextOf, kindOf, requiredFields, screenFields, type Kind } from "./fields-of";
import { issueOf, may, projectOf } from "./find-issue";
import { renderValue } from "./render-value";

const scopes = ["read:jira-work"];
const path = "/rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes";

export const metaRoutes: readonly Route[] = [
  route("GET", path, {
    scopes,
    handler(call) {
      const types = typesOf(call, creatable(call)).map((type) => renderType(call.site, type));
      return ok(listed(call, "issueTypes", types));
    },
  }),
  route("GET", `${path}/{issueTypeId}`, {
    scopes,
    handler(call) {
      const project = creatable(call);
      const type = typesOf(call, project).find(({ id }) => id === call.params["issueTypeId"]);
      if (type === undefined) throw new Problem(400, ["Specify a valid issue type"]);
      const kind = { project, typeId: type.id };
      const fields = screenFields(call.site, kind, "create");
      return ok(
        listed(
          call,
          "fields",
          fields.map((field) => ({ ...fieldMeta(call, field, kind), fieldId: field.id })),
        ),
      );
    },
  }),
  route("GET", "/rest/api/3/issue/{issueIdOrKey}/editmeta", {
    scopes,
    handler: (call) => ok(editMeta(call, issueOf(call))),
  }),
];

export function editMeta(call: Call, issue: Issue): object {
  const kind = kindOf(call.site, issue);
  const shown = may(call, issue, "EDIT_ISSUES") ? screenFields(call.site, kind, "edit") : [];
  const open = shown.filter(({ app }) => app?.readOnly !== true);
  return { fields: Object.fromEntries(open.map((field) => [field.id, fieldMeta(call, field, kind)])) };
}

export function fieldMeta(call: Call, field: Field, kind: Kind): object {
  const { id, key, name, schema } = field;
  const allowedValues = allowed(call, field, kind);
  return {
    required: id === "project" || id === "issuetype" || requiredFields(call.site, kind).includes(id),
    schema,
    name,
    key: field.custom ? key : id,
    hasDefaultValue: id === "priority" || id === "reporter",
    operations: operationsOf(field),
    ...(allowedValues === null ? {} : { allowedValues }),
  };
}

export function operationsOf({ id, schema }: Field): readonly string[] {
  if (id === "issuelinks") return ["add"];
  if (id === "comment") return ["add", "edit", "remove"];
  return schema.type === "array" ? ["add", "set", "remove"] : ["set"];
}

/** The types of a space, in the order of its scheme. */
export function typesOf({ site: { store } }: Call, project: Project): readonly IssueType[] {
  const ids = store.collection("issueTypeScheme").get(project.issueTypeSchemeId)?.issueTypeIds ?? [];
  return ids.flatMap((id) => store.collection("issueType").get(id) ?? []);
}

function allowed(call: Call, field: Field, kind: Kind): readonly unknown[] | null {
  const { store } = call.site;
  const type = field.schema.type === "array" ? (field.schema.items ?? "string") : field.schema.type;
  const own = ({ projectId }: { projectId: string }): boolean => projectId === kind.project.id;
  const shown = (records: readonly { id: string }[]): readonly unknown[] =>
    records.map(({ id }) => renderValue(call, { ...field, schema: { type } }, id));
  switch (type) {
    case "priority":
      return store
        .collection("priority")
        .all()
        .map((priority) => renderPriority(call.site, priority));
    case "resolution":
      return store
        .collection("resolution")
        .all()
        .map((resolution) => renderResolution(call.site, resolution));
    case "issuetype":
      return typesOf(call, kind.project).map((known) => renderType(call.site, known));
    case "option": {
      const context = contextOf(call.site, field.id, kind);
      const options = store.collection("option").where("contextId", context ?? "");
      return shown(options.filter(({ disabled }) => !disabled).toSorted((a, b) => a.position - b.position));
    }
    case "component":
      return shown(store.collection("component").all().filter(own));
    case "version":
      return shown(store.collection("version").all().filter(own));
    case "securitylevel":
      return shown(store.collection("securityLevel").where("schemeId", kind.project.securitySchemeId ?? ""));
    default:
      return null;
  }
}

function creatable({ site, caller, params }: Call): Project {
  const idOrKey = params["projectIdOrKey"] ?? "";
  const project = projectOf(site, idOrKey);
  const place = { permission: "CREATE_ISSUES", issue: null };
  if (project === null || !permitted(site, caller, { ...place, project })) throw noProject(idOrKey);
  return project;
}

function listed({ query }: Call, name: string, all: readonly object[]): object {
  const [startAt, maxResults] = [numberOf(query, "startAt", 0), Math.min(numberOf(query, "maxResults", 50), 200)];
  return { startAt, maxResults, total: all.length, [name]: all.slice(startAt, startAt + maxResults) };
}
