import { z } from "zod";
import { canSee, permitted, permittedGlobally } from "../permitted";
import { noIssue, Problem } from "../problem";
import type { PermissionScheme } from "../config-records";
import type { Issue } from "../records";
import { created, listOf, noContent, ok, readBody, route, type Answer, type Call, type Route } from "../router";
import { allOf, configures, manages, mustAdminister, mustAdministerSpace, reads, recordOf, spaceOf } from "./admission";
import { permissionsOf, type Permission } from "./permission-table";

const holderTypes = ["anyone", "applicationRole", "group", "projectRole", "projectLead", "reporter", "assignee", "user", "userCustomField"] as const; // prettier-ignore
const grant = z.object({
  permission: z.string(),
  holder: z.object({ type: z.enum(holderTypes), parameter: z.string().optional(), value: z.string().optional() }),
});
const scheme = z.object({
  name: z.string(),
  description: z.string().optional(),
  permissions: z.array(grant).optional(),
});
const numbers = z.array(z.union([z.number(), z.string()]).transform(String)).max(1000);
const checked = z.object({
  accountId: z.string().optional(),
  globalPermissions: z.array(z.string()).optional(),
  projectPermissions: z
    .array(z.object({ permissions: z.array(z.string()), projects: numbers.optional(), issues: numbers.optional() }))
    .optional(),
});

export const permissionRoutes: readonly Route[] = [
  route("GET", "/rest/api/3/permissions", { scopes: configures, handler: (call) => ok({ permissions: keyed(permissionsOf(call.site), () => ({})) }) }),
  route("GET", "/rest/api/3/mypermissions", { scopes: reads, handler: mine }),
  route("POST", "/rest/api/3/permissions/check", { scopes: ["read:permission:jira"], handler: check }),
  route("GET", "/rest/api/3/permissionscheme", { scopes: reads, handler: schemes }),
  route("POST", "/rest/api/3/permissionscheme", { scopes: configures, handler: addScheme }),
  route("GET", "/rest/api/3/permissionscheme/{schemeId}", { scopes: reads, handler: (call) => ok(full(call, schemeOf(call))) }),
  route("GET", "/rest/api/3/permissionscheme/{schemeId}/permission", { scopes: reads, handler: (call) => ok({ permissions: grants(call, schemeOf(call)) }) }),
  route("POST", "/rest/api/3/permissionscheme/{schemeId}/permission", { scopes: configures, handler: addGrant }),
  route("DELETE", "/rest/api/3/permissionscheme/{schemeId}/permission/{permissionId}", { scopes: configures, handler: dropGrant }),
  route("GET", "/rest/api/3/project/{projectKeyOrId}/permissionscheme", { scopes: reads, handler: (call) => {
    const { permissionSchemeId } = spaceOf(call, call.params["projectKeyOrId"] ?? "");
    return ok(brief(call, recordOf(call, "permissionScheme", permissionSchemeId)));
  } }),
  route("PUT", "/rest/api/3/project/{projectKeyOrId}/permissionscheme", { scopes: manages, handler: assign }),
]; // prettier-ignore

function keyed(permissions: readonly Permission[], more: (permission: Permission) => object): object {
  return Object.fromEntries(
    permissions.map((permission) => {
      const { key, name, type, description } = permission;
      return [key, { id: key, key, name, type, description, ...more(permission) }];
    }),
  );
}

function mine(call: Call): Answer {
  const { site, caller, query } = call;
  const wanted = listOf(query, "permissions");
  if (wanted.length === 0) throw new Problem(400, ["The 'permissions' query parameter is required."]);
  const known = permissionsOf(site);
  const unknown = wanted.filter((key) => !known.some((permission) => permission.key === key));
  if (unknown.length > 0)
    throw new Problem(400, [`Unrecognized permission${unknown.length > 1 ? "s" : ""}: ${unknown.join(", ")}`]);
  const issue = issueOf(call);
  const place = issue?.projectId ?? query.get("projectId") ?? query.get("projectKey");
  const project = place === null ? null : spaceOf(call, place);
  const holds = ({ key, type }: Permission): boolean => {
    if (type === "GLOBAL") return permittedGlobally(site, caller, key);
    const spaces = project === null ? allOf({ site }, "project") : [project];
    return spaces.some((space) => permitted(site, caller, { permission: key, project: space, issue }));
  };
  const asked = known.filter(({ key }) => wanted.includes(key));
  return ok({ permissions: keyed(asked, (permission) => ({ havePermission: holds(permission) })) });
}

function issueOf({ site, caller, query }: Call): Issue | null {
  const wanted = query.get("issueKey") ?? query.get("issueId");
  if (wanted === null) return null;
  const issues = site.store.collection("issue");
  const issue = issues.where("key", wanted)[0] ?? issues.get(wanted);
  if (issue === null || issue === undefined || !canSee(site, caller, issue)) throw noIssue();
  return issue;
}

function check(call: Call): Answer {
  const { site } = call;
  const { accountId = call.accountId, globalPermissions = [], projectPermissions = [] } = readBody(checked, call);
  if (accountId !== call.accountId) mustAdminister(call);
  const account = site.store.collection("user").get(accountId);
  if (account === null) throw new Problem(400, [`The user with account ID '${accountId}' was not found.`]);
  const caller = { kind: "user", accountId } as const;
  const { store } = site;
  const answers = projectPermissions.flatMap(({ permissions, projects = [], issues = [] }) => permissions.map((permission) => ({
    permission,
    projects: projects.flatMap((id) => store.collection("project").get(id) ?? []).filter((project) => permitted(site, caller, { permission, project, issue: null })).map(({ id }) => Number(id)),
    issues: issues.flatMap((id) => store.collection("issue").get(id) ?? []).filter((issue) => {
      const project = store.collection("project").get(issue.projectId);
      return project !== null && canSee(site, caller, issue) && permitted(site, caller, { permission, project, issue });
    }).map(({ id }) => Number(id)),
  }))); // prettier-ignore
  return ok({
    globalPermissions: globalPermissions.filter((key) => permittedGlobally(site, caller, key)),
    projectPermissions: answers,
  });
}

function schemeOf(call: Call): PermissionScheme {
  return recordOf(call, "permissionScheme", call.params["schemeId"] ?? "");
}

function brief({ site }: Call, { id, name, description }: PermissionScheme): object {
  return { id: Number(id), self: `${site.siteUrl}/rest/api/3/permissionscheme/${id}`, name, description };
}

function full(call: Call, record: PermissionScheme): object {
  return listOf(call.query, "expand").length === 0
    ? brief(call, record)
    : { ...brief(call, record), permissions: grants(call, record) };
}

function grants(call: Call, record: PermissionScheme): readonly unknown[] {
  return record.grants.map((one) => renderedGrant(call, record, one));
}

function renderedGrant({ site }: Call, { id }: PermissionScheme, one: PermissionScheme["grants"][number]): unknown {
  const { type, parameter } = one.holder;
  const self = `${site.siteUrl}/rest/api/3/permissionscheme/${id}/permission/${one.id}`;
  const holder = parameter === null ? { type } : { type, parameter, value: parameter, expand: type };
  return { id: Number(one.id), self, holder, permission: one.permission };
}

function schemes(call: Call): Answer {
  return ok({
    permissionSchemes: allOf(call, "permissionScheme").map((record) => full(call, record)),
  });
}

function addScheme(call: Call): Answer {
  mustAdminister(call);
  const { name, description = "", permissions = [] } = readBody(scheme, call);
  const all = call.site.store.collection("permissionScheme");
  const id = all.nextId();
  const numbered = permissions.map((one) => ({ id: all.nextId(), ...stored(call, one) }));
  return created(full(call, all.put({ id, name, description, grants: numbered })));
}

function stored(
  { site }: Call,
  { permission, holder }: z.infer<typeof grant>,
): Omit<PermissionScheme["grants"][number], "id"> {
  const known = permissionsOf(site).find(({ key }) => key === permission);
  if (known?.type !== "PROJECT")
    throw new Problem(400, [`The permission '${permission}' is not a project permission.`]);
  return { permission, holder: { type: holder.type, parameter: holder.value ?? holder.parameter ?? null } };
}

function addGrant(call: Call): Answer {
  mustAdminister(call);
  const record = schemeOf(call);
  const all = call.site.store.collection("permissionScheme");
  const one = { id: all.nextId(), ...stored(call, readBody(grant, call)) };
  const isSame = (other: typeof one): boolean =>
    JSON.stringify({ ...other, id: "" }) === JSON.stringify({ ...one, id: "" });
  if (record.grants.some(isSame)) throw new Problem(400, ["This permission is already granted to this holder."]);
  all.put({ ...record, grants: [...record.grants, one] });
  return created(renderedGrant(call, record, one));
}

function dropGrant(call: Call): Answer {
  mustAdminister(call);
  const record = schemeOf(call);
  const kept = record.grants.filter(({ id }) => id !== call.params["permissionId"]);
  if (kept.length === record.grants.length) throw new Problem(404, ["The permission grant was not found."]);
  call.site.store.collection("permissionScheme").put({ ...record, grants: kept });
  return noContent;
}

function assign(call: Call): Answer {
  const project = spaceOf(call, call.params["projectKeyOrId"] ?? "");
  mustAdministerSpace(call, project);
  const { id } = readBody(z.object({ id: z.number() }), call);
  const record = recordOf(call, "permissionScheme", String(id));
  call.site.store.collection("project").put({ ...project, permissionSchemeId: record.id });
  return ok(brief(call, record));
}
