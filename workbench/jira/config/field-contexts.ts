import { z } from "zod";
import { Problem } from "../problem";
import type { FieldContext, Option } from "../config-records";
import { created, listOf, noContent, ok, pageOf, readBody, route, type Answer, type Call, type Route } from "../router";
import { allOf, configures, mustBeCompanyManaged, recordOf, spaceOf } from "./admission";
import { customField, ownField } from "./fields";

const optionLimit = 10_000;
const ids = z.array(z.string());
const creation = z.object({
  name: z.string().min(1).max(255),
  description: z.string().max(255).optional(),
  projectIds: ids.optional(),
  issueTypeIds: ids.optional(),
});
const change = creation.pick({ name: true, description: true }).partial();
const option = z.object({
  value: z.string().min(1).max(255),
  disabled: z.boolean().optional(),
  optionId: z.string().optional(),
});
const newOptions = z.object({ options: z.array(option).min(1).max(1000) });
const changed = z.object({
  options: z
    .array(option.partial().extend({ id: z.string() }))
    .min(1)
    .max(1000),
});
const order = z.object({
  customFieldOptionIds: ids.min(1),
  after: z.string().optional(),
  position: z.enum(["First", "Last"]).optional(),
});
const contexts = "/rest/api/3/field/{fieldId}/context";
const context = `${contexts}/{contextId}`;

export const fieldContextRoutes: readonly Route[] = [
  route("GET", contexts, { scopes: configures, handler: list }),
  route("POST", contexts, { scopes: configures, handler: add }),
  route("GET", `${contexts}/projectmapping`, { scopes: configures, handler: projectMappings }),
  route("GET", `${contexts}/issuetypemapping`, { scopes: configures, handler: typeMappings }),
  route("PUT", context, { scopes: configures, handler: update }),
  route("DELETE", context, { scopes: configures, handler: remove }),
  route("PUT", `${context}/project`, { scopes: configures, handler: addProjects }),
  route("PUT", `${context}/issuetype`, { scopes: configures, handler: addTypes }),
  route("GET", `${context}/option`, { scopes: configures, handler: listOptions }),
  route("POST", `${context}/option`, { scopes: configures, handler: addOptions }),
  route("PUT", `${context}/option`, { scopes: configures, handler: updateOptions }),
  route("PUT", `${context}/option/move`, { scopes: configures, handler: moveOptions }),
  route("DELETE", `${context}/option/{optionId}`, { scopes: configures, handler: removeOption }),
];

/** The contexts of a field to look at. */
function own(call: Call): readonly FieldContext[] {
  const id = call.params["fieldId"] ?? "";
  const wanted = listOf(call.query, "contextId");
  const found = call.site.store.collection("fieldContext").where("fieldId", customField(call, id).id);
  return found.filter((context) => wanted.length === 0 || wanted.includes(context.id));
}

/** The contexts of a field to change. */
function changeable(call: Call): readonly FieldContext[] {
  ownField(call, call.params["fieldId"] ?? "");
  return own(call);
}

function contextOf(call: Call): FieldContext {
  const found = changeable(call).find(({ id }) => id === call.params["contextId"]);
  if (found === undefined) throw noContext();
  return found;
}

function noContext(): Problem {
  return new Problem(404, ["The custom field context was not found."]);
}

function list(call: Call): Answer {
  const values = own(call).map(({ id, name, description, projectIds, issueTypeIds }) => ({
    id, name, description, isGlobalContext: projectIds.length === 0, isAnyIssueType: issueTypeIds.length === 0,
  })); // prettier-ignore
  return ok(pageOf(values, call.query));
}

function add(call: Call): Answer {
  const { name, description = "", projectIds = [], issueTypeIds = [] } = readBody(creation, call);
  const others = changeable(call);
  if (projectIds.length === 0 && others.some((other) => other.projectIds.length === 0))
    throw new Problem(409, ["A global context already exists for this custom field."]);
  checkPlaces(call, { projectIds, issueTypeIds }, others);
  const all = call.site.store.collection("fieldContext");
  const record = {
    id: all.nextId(),
    fieldId: call.params["fieldId"] ?? "",
    name,
    description,
    projectIds,
    issueTypeIds,
  };
  const { id } = all.put(record);
  return created({ id, name, description, projectIds, issueTypeIds });
}

function checkPlaces(
  call: Call,
  places: Pick<FieldContext, "projectIds" | "issueTypeIds">,
  others: readonly FieldContext[],
): void {
  for (const projectId of places.projectIds) {
    mustBeCompanyManaged(spaceOf(call, projectId));
    if (others.some((other) => other.projectIds.includes(projectId)))
      throw new Problem(409, [`The project with ID '${projectId}' is already in a context of this custom field.`]);
  }
  for (const id of places.issueTypeIds) recordOf(call, "issueType", id);
}

function update(call: Call): Answer {
  const record = contextOf(call);
  call.site.store.collection("fieldContext").put({ ...record, ...readBody(change, call) });
  return noContent;
}

function remove(call: Call): Answer {
  const { id } = contextOf(call);
  for (const { id: optionId } of optionsOf(call, id)) call.site.store.collection("option").delete(optionId);
  call.site.store.collection("fieldContext").delete(id);
  return noContent;
}

function projectMappings(call: Call): Answer {
  const values = own(call).flatMap(({ id, projectIds }): readonly object[] =>
    projectIds.length === 0
      ? [{ contextId: id, isGlobalContext: true }]
      : projectIds.map((projectId) => ({ contextId: id, projectId })),
  );
  return ok(pageOf(values, call.query));
}

function typeMappings(call: Call): Answer {
  const values = own(call).flatMap(({ id, issueTypeIds }): readonly object[] =>
    issueTypeIds.length === 0
      ? [{ contextId: id, isAnyIssueType: true }]
      : issueTypeIds.map((issueTypeId) => ({ contextId: id, issueTypeId })),
  );
  return ok(pageOf(values, call.query));
}

function addProjects(call: Call): Answer {
  const record = contextOf(call);
  const { projectIds } = readBody(z.object({ projectIds: ids }), call);
  if (record.projectIds.length === 0) throw new Problem(400, ["Projects cannot be assigned to a global context."]);
  checkPlaces(call, { projectIds, issueTypeIds: [] }, own(call));
  call.site.store.collection("fieldContext").put({ ...record, projectIds: [...record.projectIds, ...projectIds] });
  return noContent;
}

function addTypes(call: Call): Answer {
  const record = contextOf(call);
  const { issueTypeIds } = readBody(z.object({ issueTypeIds: ids }), call);
  checkPlaces(call, { projectIds: [], issueTypeIds }, []);
  call.site.store
    .collection("fieldContext")
    .put({ ...record, issueTypeIds: [...new Set([...record.issueTypeIds, ...issueTypeIds])] });
  return noContent;
}

function optionsOf({ site }: Call, contextId: string): readonly Option[] {
  const all = site.store.collection("option").where("contextId", contextId);
  return all.toSorted((left, right) => left.position - right.position);
}

function render({ id, value, disabled, parentId }: Option): object {
  return { id, value, disabled, ...(parentId === null ? {} : { optionId: parentId }) };
}

function listOptions(call: Call): Answer {
  if (!own(call).some(({ id }) => id === call.params["contextId"])) throw noContext();
  const wanted = call.query.get("optionId");
  const found = optionsOf(call, call.params["contextId"] ?? "").filter(({ id }) => wanted === null || id === wanted);
  return ok(pageOf(found.map(render), call.query, 100));
}

function addOptions(call: Call): Answer {
  const { id: contextId, fieldId } = contextOf(call);
  const { options } = readBody(newOptions, call);
  const all = call.site.store.collection("option");
  const known = optionsOf(call, contextId);
  if (known.length + options.length > optionLimit)
    throw new Problem(400, [`A custom field can have at most ${optionLimit} options.`]);
  const taken = new Set(known.map(({ value }) => value));
  const made = options.map(({ value, disabled = false, optionId = null }, at) => {
    if (taken.has(value)) throw new Problem(400, [`The option value '${value}' already exists in the context.`]);
    taken.add(value);
    const position = (known.at(-1)?.position ?? -1) + 1 + at;
    return all.put({ id: all.nextId(), fieldId, contextId, value, disabled, parentId: optionId, position });
  });
  return ok({ options: made.map(render) });
}

function updateOptions(call: Call): Answer {
  const known = new Map(optionsOf(call, contextOf(call).id).map((record) => [record.id, record]));
  const saved = readBody(changed, call).options.map(({ id, value, disabled }) => {
    const record = known.get(id);
    if (record === undefined) throw new Problem(404, [`The custom field option with ID '${id}' was not found.`]);
    return call.site.store
      .collection("option")
      .put({ ...record, value: value ?? record.value, disabled: disabled ?? record.disabled });
  });
  return ok({ options: saved.map(render) });
}

function moveOptions(call: Call): Answer {
  const { customFieldOptionIds: moving, after, position } = readBody(order, call);
  const known = optionsOf(call, contextOf(call).id);
  const moved = moving.flatMap((id) => known.find((record) => record.id === id) ?? []);
  if (moved.length < moving.length || (after === undefined) === (position === undefined))
    throw new Problem(400, ["Name known options, and either 'after' or 'position'."]);
  const rest = known.filter(({ id }) => !moving.includes(id));
  const at =
    position === "First" ? 0 : position === "Last" ? rest.length : rest.findIndex(({ id }) => id === after) + 1;
  for (const [place, record] of rest.toSpliced(at, 0, ...moved).entries())
    call.site.store.collection("option").put({ ...record, position: place });
  return noContent;
}

function removeOption(call: Call): Answer {
  const found = optionsOf(call, contextOf(call).id).find(({ id }) => id === call.params["optionId"]);
  if (found === undefined) throw new Problem(404, ["The custom field option was not found."]);
  const used = allOf(call, "issue").some(({ fields }) => [fields[found.fieldId]].flat().includes(found.id));
  if (used) throw new Problem(400, ["The option is used by issues and cannot be deleted."]);
  call.site.store.collection("option").delete(found.id);
  return noContent;
}
