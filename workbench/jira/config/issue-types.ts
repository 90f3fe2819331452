import { z } from "zod";
import { Problem } from "../problem";
import type { IssueType } from "../config-records";
import { renderType } from "../refs";
import { created, noContent, ok, readBody, route, type Answer, type Call, type Route } from "../router";
import { allOf, configures, mustAdminister, mustBeFree, reads, recordOf, spaceOf } from "./admission";

const creation = z.object({
  name: z.string(),
  description: z.string().optional(),
  type: z.enum(["subtask", "standard"]).optional(),
  hierarchyLevel: z.number().optional(),
});
const change = z.object({ name: z.string(), description: z.string() }).partial();

export const issueTypeRoutes: readonly Route[] = [
  route("GET", "/rest/api/3/issuetype", {
    scopes: reads,
    handler: (call) => ok(types(call).map((type) => renderType(call.site, type))),
  }),
  route("POST", "/rest/api/3/issuetype", { scopes: configures, handler: add }),
  route("GET", "/rest/api/3/issuetype/project", { scopes: reads, handler: ofProject }),
  route("GET", "/rest/api/3/issuetype/{id}", {
    scopes: reads,
    handler: (call) => ok(renderType(call.site, typeOf(call))),
  }),
  route("PUT", "/rest/api/3/issuetype/{id}", { scopes: configures, handler: update }),
  route("DELETE", "/rest/api/3/issuetype/{id}", { scopes: configures, handler: remove }),
];

function types({ site }: Call): readonly IssueType[] {
  return allOf({ site }, "issueType");
}

function typeOf(call: Call): IssueType {
  return recordOf(call, "issueType", call.params["id"] ?? "");
}

function add(call: Call): Answer {
  mustAdminister(call);
  const { name, description = "", type, hierarchyLevel = type === "subtask" ? -1 : 0 } = readBody(creation, call);
  if (hierarchyLevel !== -1 && hierarchyLevel !== 0)
    throw new Problem(400, [], { hierarchyLevel: "The hierarchy level must be -1 or 0." });
  mustBeFree(
    types(call).filter(({ scopeProjectId }) => scopeProjectId === null),
    { id: null, name },
    60,
  );
  const all = call.site.store.collection("issueType");
  const base = {
    id: all.nextId(),
    name: name.trim(),
    description,
    hierarchyLevel,
    avatarId: 10_300,
    scopeProjectId: null,
  };
  const record = all.put(base);
  const schemes = call.site.store.collection("issueTypeScheme");
  const usual = schemes.find(({ isDefault }) => isDefault);
  if (usual !== null) schemes.put({ ...usual, issueTypeIds: [...usual.issueTypeIds, record.id] });
  return created(renderType(call.site, record));
}

function update(call: Call): Answer {
  mustAdminister(call);
  const record = typeOf(call);
  const { name = record.name, description = record.description } = readBody(change, call);
  mustBeFree(
    types(call).filter(({ scopeProjectId }) => scopeProjectId === record.scopeProjectId),
    { id: record.id, name },
    60,
  );
  return ok(renderType(call.site, call.site.store.collection("issueType").put({ ...record, name, description })));
}

function remove(call: Call): Answer {
  mustAdminister(call);
  const { id } = typeOf(call);
  const { store } = call.site;
  const used = store.collection("issue").where("typeId", id);
  const other = call.query.get("alternativeIssueTypeId");
  if (used.length > 0 && other === null)
    throw new Problem(409, ["The issue type is in use and no alternative issue type was given."]);
  if (used.length > 0 && store.collection("issueType").get(other ?? "") === null)
    throw new Problem(400, ["The alternative issue type is not valid."]);
  for (const issue of used) store.collection("issue").put({ ...issue, typeId: other ?? "" });
  for (const record of allOf(call, "issueTypeScheme").filter(({ issueTypeIds }) => issueTypeIds.includes(id)))
    store
      .collection("issueTypeScheme")
      .put({ ...record, issueTypeIds: record.issueTypeIds.filter((known) => known !== id) });
  store.collection("issueType").delete(id);
  return noContent;
}

function ofProject(call: Call): Answer {
  const project = spaceOf(call, call.query.get("projectId") ?? "");
  const { issueTypeIds } = recordOf(call, "issueTypeScheme", project.issueTypeSchemeId);
  const level = call.query.get("level");
  const found = issueTypeIds.flatMap((id) => call.site.store.collection("issueType").get(id) ?? []);
  return ok(
    found
      .filter(({ hierarchyLevel }) => level === null || String(hierarchyLevel) === level)
      .map((type) => renderType(call.site, type)),
  );
}
