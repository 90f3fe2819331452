import { z } from "zod";
import { permitted } from "../permitted";
import { Problem } from "../problem";
import type { SecurityLevel, SecurityScheme } from "../config-records";
import { created, ok, readBody, route, type Answer, type Call, type Route } from "../router";
import { allOf, manages, mustAdminister, mustAdministerSpace, reads, recordOf, spaceOf } from "./admission";

const member = z.object({ type: z.string(), parameter: z.string().optional() });
const level = z.object({
  name: z.string().min(1).max(60),
  description: z.string().optional(),
  isDefault: z.boolean().optional(),
  members: z.array(member).optional(),
});
const creation = z.object({
  name: z.string().min(1).max(60),
  description: z.string().optional(),
  levels: z.array(level).optional(),
});
/** How the security calls spell what permission schemes call holders. */
const holders = { user: "user", group: "group", projectrole: "projectRole", reporter: "reporter", assignee: "assignee", lead: "projectLead" } as const; // prettier-ignore

export const securityRoutes: readonly Route[] = [
  route("GET", "/rest/api/3/issuesecurityschemes", { scopes: manages, handler: list }),
  route("POST", "/rest/api/3/issuesecurityschemes", { scopes: [], handler: add }),
  route("GET", "/rest/api/3/issuesecurityschemes/{id}", { scopes: manages, handler: one }),
  route("GET", "/rest/api/3/project/{projectKeyOrId}/issuesecuritylevelscheme", {
    scopes: reads,
    handler: schemeOfSpace,
  }),
  route("GET", "/rest/api/3/project/{projectKeyOrId}/securitylevel", { scopes: reads, handler: levelsForCaller }),
];

function levelsOf({ site }: Call, { id }: SecurityScheme): readonly SecurityLevel[] {
  return site.store.collection("securityLevel").where("schemeId", id);
}

function renderLevel(call: Call, { id, name, description }: SecurityLevel): object {
  return { self: `${call.site.siteUrl}/rest/api/3/securitylevel/${id}`, id, name, description };
}

function render(call: Call, scheme: SecurityScheme): object {
  const { id, name, description, defaultLevelId } = scheme;
  const usual = defaultLevelId === null ? {} : { defaultSecurityLevelId: Number(defaultLevelId) };
  return {
    self: `${call.site.siteUrl}/rest/api/3/issuesecurityschemes/${id}`,
    id: Number(id),
    name,
    description,
    ...usual,
  };
}

function list(call: Call): Answer {
  mustAdminister(call);
  return ok({
    issueSecuritySchemes: allOf(call, "securityScheme").map((scheme) => render(call, scheme)),
  });
}

function one(call: Call): Answer {
  mustAdminister(call);
  const scheme = recordOf(call, "securityScheme", call.params["id"] ?? "");
  return ok({ ...render(call, scheme), levels: levelsOf(call, scheme).map((held) => renderLevel(call, held)) });
}

function add(call: Call): Answer {
  mustAdminister(call);
  const { name, description = "", levels = [] } = readBody(creation, call);
  const { store } = call.site;
  const id = store.collection("securityScheme").nextId();
  const made = levels.map((wanted) => {
    const held = (wanted.members ?? []).map(({ type, parameter = null }) => {
      const known = Object.entries(holders).find(([key]) => key === type)?.[1];
      if (known === undefined) throw new Problem(400, [`The member type '${type}' is not valid.`]);
      return { type: known, parameter };
    });
    const text = { name: wanted.name, description: wanted.description ?? "", holders: held };
    return {
      isDefault: wanted.isDefault === true,
      id: store
        .collection("securityLevel")
        .put({ id: store.collection("securityLevel").nextId(), schemeId: id, ...text }).id,
    };
  });
  store
    .collection("securityScheme")
    .put({ id, name, description, defaultLevelId: made.find(({ isDefault }) => isDefault)?.id ?? null });
  return created({ id });
}

function schemeOfSpace(call: Call): Answer {
  const project = spaceOf(call, call.params["projectKeyOrId"] ?? "");
  mustAdministerSpace(call, project);
  if (project.securitySchemeId === null) throw new Problem(404, ["The project has no issue security scheme."]);
  const scheme = recordOf(call, "securityScheme", project.securitySchemeId);
  return ok({ ...render(call, scheme), levels: levelsOf(call, scheme).map((held) => renderLevel(call, held)) });
}

/** The levels a person may set: none without the permission to set them. */
function levelsForCaller(call: Call): Answer {
  const { site, caller } = call;
  const project = spaceOf(call, call.params["projectKeyOrId"] ?? "");
  const may = permitted(site, caller, { permission: "SET_ISSUE_SECURITY", project, issue: null });
  const levels =
    may && project.securitySchemeId !== null
      ? levelsOf(call, recordOf(call, "securityScheme", project.securitySchemeId))
      : [];
  return ok({ levels: levels.map((held) => renderLevel(call, held)) });
}
