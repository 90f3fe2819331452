import { z } from "zod";
import { finish } from "../bulk/tasks";
import { Problem } from "../problem";
import type { Field, FieldSchema } from "../config-records";
import { created, listOf, noContent, ok, pageOf, readBody, route, type Answer, type Call, type Route } from "../router";
import { allOf, configures, mustAdminister, mustBeCompanyManaged, reads, recordOf, spaceOf } from "./admission";

const basis = "com.atlassian.jira.plugin.system.customfieldtypes:";
/** What the types a client may create hold. */
const schemas: Readonly<Record<string, Pick<FieldSchema, "type" | "items">>> = {
  textfield: { type: "string" }, textarea: { type: "string" }, url: { type: "string" }, float: { type: "number" },
  select: { type: "option" }, radiobuttons: { type: "option" }, multiselect: { type: "array", items: "option" },
  multicheckboxes: { type: "array", items: "option" }, datepicker: { type: "date" }, datetime: { type: "datetime" },
  userpicker: { type: "user" }, multiuserpicker: { type: "array", items: "user" }, labels: { type: "array", items: "string" },
  grouppicker: { type: "group" }, multigrouppicker: { type: "array", items: "group" }, readonlyfield: { type: "string" },
}; // prettier-ignore
const searchers: Readonly<Record<string, readonly string[]>> = {
  textsearcher: ["textfield", "textarea", "readonlyfield"], exacttextsearcher: ["url"], exactnumber: ["float"], numberrange: ["float"],
  multiselectsearcher: ["select", "radiobuttons", "multiselect", "multicheckboxes"], daterange: ["datepicker"], datetimerange: ["datetime"],
  userpickergroupsearcher: ["userpicker", "multiuserpicker"], labelsearcher: ["labels"], grouppickersearcher: ["grouppicker", "multigrouppicker"],
}; // prettier-ignore
const creation = z.object({
  name: z.string(),
  type: z.string(),
  description: z.string().optional(),
  searcherKey: z.string().optional(),
});
const change = creation.omit({ type: true }).partial();
const identified = z.array(z.object({ type: z.string(), identifier: z.record(z.string(), z.unknown()) })).min(1);
const association = z.object({ associationContexts: identified.max(100), fields: identified.max(50) });

export const fieldRoutes: readonly Route[] = [
  route("GET", "/rest/api/3/field", { scopes: reads, handler: (call) => ok(live(call).map(render)) }),
  route("POST", "/rest/api/3/field", { scopes: configures, handler: add }),
  route("GET", "/rest/api/3/field/search", { scopes: reads, handler: search }),
  route("PUT", "/rest/api/3/field/association", { scopes: configures, handler: associate }),
  route("DELETE", "/rest/api/3/field/association", { scopes: configures, handler: dissociate }),
  route("GET", "/rest/api/3/field/{fieldId}/association/project", { scopes: reads, handler: associated }),
  route("PUT", "/rest/api/3/field/{fieldId}", { scopes: configures, handler: update }),
  route("DELETE", "/rest/api/3/field/{id}", { scopes: configures, handler: remove }),
  route("POST", "/rest/api/3/field/{id}/trash", { scopes: configures, handler: (call) => trash(call, "trashed") }),
  route("POST", "/rest/api/3/field/{id}/restore", { scopes: configures, handler: (call) => trash(call, "kept") }),
];

function live({ site }: Call): readonly Field[] {
  return allOf({ site }, "field").filter(({ trashed, scopeProjectId }) => !trashed && scopeProjectId === null);
}

function render({ id, key, name, custom, orderable, navigable, searchable, clauseNames, schema }: Field): object {
  return { id, key, name, custom, orderable, navigable, searchable, clauseNames, schema };
}

/** A custom field, for an administrator to look at. */
export function customField(call: Call, id: string): Field {
  mustAdminister(call);
  const field = call.site.store.collection("field").get(id);
  if (field === null || !field.custom) throw new Problem(404, [`The custom field was not found: ${id}`]);
  return field;
}

/** A custom field to change, or a refusal: those of apps are locked. */
export function ownField(call: Call, id: string): Field {
  const field = customField(call, id);
  if (field.locked) throw new Problem(400, ["The custom field is locked and cannot be changed."]);
  return field;
}

function add(call: Call): Answer {
  mustAdminister(call);
  const { name, type, description = "", searcherKey = null } = readBody(creation, call);
  const kind = type.startsWith(basis) ? type.slice(basis.length) : "";
  const schema = schemas[kind];
  if (schema === undefined) throw new Problem(400, [], { fieldType: `The custom field type '${type}' is not valid.` });
  if (name.trim() === "" || name.length > 255)
    throw new Problem(400, [], { name: "The name must have between 1 and 255 characters." });
  if (searcherKey !== null) checkSearcher(kind, searcherKey);
  const { store } = call.site;
  const customId = Number(store.collection("field").nextId());
  const id = `customfield_${customId}`;
  const flags = {
    custom: true,
    orderable: true,
    navigable: true,
    searchable: searcherKey !== null,
    locked: false,
    trashed: false,
  };
  const made: Field = {
    ...flags,
    id,
    key: id,
    name: name.trim(),
    description,
    searcherKey,
    schema: { ...schema, custom: type, customId },
    clauseNames: searcherKey === null ? [] : [`cf[${customId}]`, name.trim()],
    app: null,
    scopeProjectId: null,
  };
  const contexts = store.collection("fieldContext");
  const title = `Default Configuration Scheme for ${made.name}`;
  contexts.put({
    id: contexts.nextId(),
    fieldId: id,
    name: title,
    description: "Default configuration scheme generated by Jira",
    projectIds: [],
    issueTypeIds: [],
  });
  return created(render(store.collection("field").put(made)));
}

function checkSearcher(kind: string, key: string): void {
  const searcher = key.startsWith(basis) ? key.slice(basis.length) : "";
  if (searchers[searcher]?.includes(kind)) return;
  throw new Problem(400, [], { searcherKey: `The searcher '${key}' does not fit the custom field type.` });
}

function search(call: Call): Answer {
  const { query, site } = call;
  const [ids, types, text] = [listOf(query, "id"), listOf(query, "type"), (query.get("query") ?? "").toLowerCase()];
  const found = live(call).filter((field) =>
    (ids.length === 0 || ids.includes(field.id)) &&
    (types.length === 0 || types.includes(field.custom ? "custom" : "system")) &&
    `${field.name} ${field.description}`.toLowerCase().includes(text),
  ); // prettier-ignore
  const contexts = (id: string): number => site.store.collection("fieldContext").where("fieldId", id).length;
  const screens = (id: string): number =>
    allOf({ site }, "screen").filter(({ tabs }) => tabs.some(({ fieldIds }) => fieldIds.includes(id))).length;
  return ok(pageOf(found.map(({ id, key, name, description, schema, locked, searcherKey }) => ({
    id, key, name, description, schema, isLocked: locked,
    ...(searcherKey === null ? {} : { searcherKey }),
    contextsCount: contexts(id), screensCount: screens(id),
  })), query)); // prettier-ignore
}

function update(call: Call): Answer {
  const field = ownField(call, call.params["fieldId"] ?? "");
  const {
    name = field.name,
    description = field.description,
    searcherKey = field.searcherKey,
  } = readBody(change, call);
  if (searcherKey !== null) checkSearcher((field.schema.custom ?? "").slice(basis.length), searcherKey);
  const clauseNames = searcherKey === null ? [] : [`cf[${field.schema.customId}]`, name];
  call.site.store
    .collection("field")
    .put({ ...field, name, description, searcherKey, clauseNames, searchable: searcherKey !== null });
  return noContent;
}

function remove(call: Call): Answer {
  const { id, name } = ownField(call, call.params["id"] ?? "");
  const { store, siteUrl } = call.site;
  for (const context of store.collection("fieldContext").where("fieldId", id))
    store.collection("fieldContext").delete(context.id);
  for (const option of store.collection("option").where("fieldId", id)) store.collection("option").delete(option.id);
  for (const screen of allOf(call, "screen")) {
    const tabs = screen.tabs.map((tab) => ({ ...tab, fieldIds: tab.fieldIds.filter((held) => held !== id) }));
    store.collection("screen").put({ ...screen, tabs });
  }
  store.collection("field").delete(id);
  const task = finish(call, { kind: "task", description: `Delete ${name}`, processedIssueIds: [], failed: {} });
  return { status: 303, body: null, headers: { location: `${siteUrl}/rest/api/3/task/${task.id}` } };
}

function trash(call: Call, state: "trashed" | "kept"): Answer {
  const field = ownField(call, call.params["id"] ?? "");
  call.site.store.collection("field").put({ ...field, trashed: state === "trashed" });
  return ok({});
}

/** Which spaces a field was given to; kept as properties, because no other part of this site asks for it. */
function associate(call: Call): Answer {
  for (const { id, projectId, fieldId } of pairs(call))
    call.site.store
      .collection("property")
      .put({ id, entity: "association", entityId: fieldId, key: projectId, value: true });
  return noContent;
}

function dissociate(call: Call): Answer {
  for (const { id } of pairs(call)) call.site.store.collection("property").delete(id);
  return noContent;
}

function pairs(call: Call): readonly { id: string; projectId: string; fieldId: string }[] {
  mustAdminister(call);
  const { associationContexts, fields } = readBody(association, call);
  const projectIds = associationContexts.map(({ identifier }) => {
    const project = spaceOf(call, String(identifier["projectId"]));
    mustBeCompanyManaged(project);
    return project.id;
  });
  const fieldIds = fields.map(({ identifier }) => recordOf(call, "field", String(identifier["fieldId"])).id);
  return projectIds.flatMap((projectId) =>
    fieldIds.map((fieldId) => ({ id: `association:${fieldId}:${projectId}`, projectId, fieldId })),
  );
}

function associated(call: Call): Answer {
  const all = call.site.store.collection("property").where("entityId", call.params["fieldId"] ?? "");
  return ok(
    pageOf(
      all.filter(({ entity }) => entity === "association").map(({ key }) => ({ id: key })),
      call.query,
    ),
  );
}
