import { z } from "zod";
import { Problem } from "../problem";
import type { IssueTypeScheme } from "../config-records";
import { created, listOf, noContent, ok, pageOf, readBody, route, type Answer, type Call, type Route } from "../router";
import {
  allOf,
  configures,
  mustAdminister,
  mustBeCompanyManaged,
  mustBeFree,
  pageOfNamed,
  recordOf,
  spaceOf,
  spacesUsing,
} from "./admission";

const ids = z.object({ issueTypeIds: z.array(z.string()).min(1) });
const newScheme = ids.extend({
  name: z.string(),
  description: z.string().optional(),
  defaultIssueTypeId: z.string().optional(),
});
const assignment = z.object({ issueTypeSchemeId: z.string(), projectId: z.string() });
const scheme = "/rest/api/3/issuetypescheme";

export const issueTypeSchemeRoutes: readonly Route[] = [
  route("GET", scheme, { scopes: configures, handler: schemes }),
  route("POST", scheme, { scopes: configures, handler: addScheme }),
  route("GET", `${scheme}/mapping`, { scopes: configures, handler: mappings }),
  route("GET", `${scheme}/project`, { scopes: configures, handler: byProject }),
  route("PUT", `${scheme}/project`, { scopes: configures, handler: assign }),
  route("PUT", `${scheme}/{issueTypeSchemeId}/issuetype`, { scopes: configures, handler: addTypes }),
  route("DELETE", `${scheme}/{issueTypeSchemeId}/issuetype/{issueTypeId}`, { scopes: configures, handler: removeType }),
];

/** The schemes of team-managed spaces are not shown by public calls. */
function shownSchemes({ site }: Call): readonly IssueTypeScheme[] {
  const own = new Set(
    site.store
      .collection("project")
      .where("style", "next-gen")
      .map(({ issueTypeSchemeId }) => issueTypeSchemeId),
  );
  return allOf({ site }, "issueTypeScheme").filter(({ id }) => !own.has(id));
}

function renderScheme({ id, name, description, defaultIssueTypeId, isDefault }: IssueTypeScheme): object {
  return { id, name, description, ...(defaultIssueTypeId === null ? {} : { defaultIssueTypeId }), isDefault };
}

function schemes(call: Call): Answer {
  mustAdminister(call);
  return pageOfNamed(call, shownSchemes(call), renderScheme);
}

function addScheme(call: Call): Answer {
  mustAdminister(call);
  const { name, description = "", issueTypeIds, defaultIssueTypeId = null } = readBody(newScheme, call);
  mustBeFree(shownSchemes(call), { id: null, name });
  mustExist(call, issueTypeIds);
  const all = call.site.store.collection("issueTypeScheme");
  const record = all.put({ id: all.nextId(), name, description, issueTypeIds, defaultIssueTypeId, isDefault: false });
  return created({ issueTypeSchemeId: record.id });
}

function mustExist(call: Call, wanted: readonly string[]): void {
  const known = new Set(
    allOf(call, "issueType")
      .filter(({ scopeProjectId }) => scopeProjectId === null)
      .map(({ id }) => id),
  );
  const missing = wanted.filter((id) => !known.has(id));
  if (missing.length > 0) throw new Problem(404, [`The issue types with IDs '${missing.join(", ")}' were not found.`]);
}

function mappings(call: Call): Answer {
  mustAdminister(call);
  const wanted = listOf(call.query, "issueTypeSchemeId");
  const found = shownSchemes(call).filter(({ id }) => wanted.length === 0 || wanted.includes(id));
  return ok(
    pageOf(
      found.flatMap(({ id, issueTypeIds }) =>
        issueTypeIds.map((issueTypeId) => ({ issueTypeId, issueTypeSchemeId: id })),
      ),
      call.query,
    ),
  );
}

function byProject(call: Call): Answer {
  mustAdminister(call);
  const found = shownSchemes(call).flatMap((record) => {
    const projectIds = spacesUsing(call, "issueTypeSchemeId", record.id);
    return projectIds.length === 0 ? [] : [{ issueTypeScheme: renderScheme(record), projectIds }];
  });
  return ok(pageOf(found, call.query));
}

function assign(call: Call): Answer {
  mustAdminister(call);
  const { issueTypeSchemeId, projectId } = readBody(assignment, call);
  const project = spaceOf(call, projectId);
  mustBeCompanyManaged(project);
  const { issueTypeIds } = recordOf(call, "issueTypeScheme", issueTypeSchemeId);
  const used = call.site.store
    .collection("issue")
    .where("projectId", project.id)
    .filter(({ typeId }) => !issueTypeIds.includes(typeId));
  if (used.length > 0)
    throw new Problem(400, ["Some issues in the project use issue types that are not in the scheme. Move them first."]);
  call.site.store.collection("project").put({ ...project, issueTypeSchemeId });
  return noContent;
}

function schemeOf(call: Call): IssueTypeScheme {
  const id = call.params["issueTypeSchemeId"] ?? "";
  const record = shownSchemes(call).find((known) => known.id === id);
  if (record === undefined) throw new Problem(404, [`The issue type scheme with ID '${id}' was not found.`]);
  return record;
}

/** All or nothing: one type that is already there fails the call. */
function addTypes(call: Call): Answer {
  mustAdminister(call);
  const record = schemeOf(call);
  const { issueTypeIds } = readBody(ids, call);
  mustExist(call, issueTypeIds);
  const present = issueTypeIds.filter((id) => record.issueTypeIds.includes(id));
  if (present.length > 0)
    throw new Problem(400, [`The issue types with IDs '${present.join(", ")}' are already in the issue type scheme.`]);
  call.site.store
    .collection("issueTypeScheme")
    .put({ ...record, issueTypeIds: [...record.issueTypeIds, ...issueTypeIds] });
  return noContent;
}

function removeType(call: Call): Answer {
  mustAdminister(call);
  const record = schemeOf(call);
  const typeId = call.params["issueTypeId"] ?? "";
  const { store } = call.site;
  if (!record.issueTypeIds.includes(typeId))
    throw new Problem(404, [`The issue type with ID '${typeId}' was not found in the scheme.`]);
  if (record.isDefault) throw new Problem(400, ["Issue types cannot be removed from the default issue type scheme."]);
  if (record.issueTypeIds.length === 1) throw new Problem(400, ["The last issue type of a scheme cannot be removed."]);
  const projectIds = new Set(
    store
      .collection("project")
      .where("issueTypeSchemeId", record.id)
      .map(({ id }) => id),
  );
  if (
    store
      .collection("issue")
      .where("typeId", typeId)
      .some(({ projectId }) => projectIds.has(projectId))
  )
    throw new Problem(400, ["The issue type is used by issues of a project with this scheme."]);
  store
    .collection("issueTypeScheme")
    .put({ ...record, issueTypeIds: record.issueTypeIds.filter((id) => id !== typeId) });
  return noContent;
}
