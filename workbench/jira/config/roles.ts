import { z } from "zod";
import { Problem } from "../problem";
import type { Project, Role } from "../config-records";
import { noContent, ok, readBody, route, type Answer, type Call, type Route } from "../router";
import { allOf, configures, manages, mustAdministerSpace, reads, recordOf, spaceOf } from "./admission";

const actors = z
  .object({ user: z.array(z.string()), group: z.array(z.string()), groupId: z.array(z.string()) })
  .partial();

export const roleRoutes: readonly Route[] = [
  route("GET", "/rest/api/3/role", { scopes: configures, handler: (call) => ok(allOf(call, "role").map((role) => brief(call, role))) }),
  route("GET", "/rest/api/3/project/{projectIdOrKey}/role", { scopes: reads, handler: (call) => {
    const { id } = here(call);
    const all = allOf(call, "role");
    return ok(Object.fromEntries(all.map((role) => [role.name, `${call.site.siteUrl}/rest/api/3/project/${id}/role/${role.id}`])));
  } }),
  route("GET", "/rest/api/3/project/{projectIdOrKey}/role/{id}", { scopes: reads, handler: (call) => ok(rendered(call, here(call), roleOf(call))) }),
  route("POST", "/rest/api/3/project/{projectIdOrKey}/role/{id}", { scopes: configures, handler: add }),
  route("DELETE", "/rest/api/3/project/{projectIdOrKey}/role/{id}", { scopes: manages, handler: remove }),
]; // prettier-ignore

function here(call: Call): Project {
  return spaceOf(call, call.params["projectIdOrKey"] ?? "");
}

function roleOf(call: Call): Role {
  return recordOf(call, "role", call.params["id"] ?? "");
}

function brief({ site }: Call, { id, name, description }: Role): object {
  return { self: `${site.siteUrl}/rest/api/3/role/${id}`, name, id: Number(id), description };
}

function rendered(call: Call, project: Project, role: Role): object {
  const { store } = call.site;
  const { userIds, groupIds } = project.roleActors[role.id] ?? { userIds: [], groupIds: [] };
  const users = userIds.flatMap((id) => store.collection("user").get(id) ?? []).map(({ id, displayName }, at) => ({
    id: 10_000 + at, displayName, type: "atlassian-user-role-actor", actorUser: { accountId: id },
  })); // prettier-ignore
  const groups = groupIds.flatMap((id) => store.collection("group").get(id) ?? []).map(({ id, name }, at) => ({
    id: 20_000 + at, displayName: name, type: "atlassian-group-role-actor", name, actorGroup: { displayName: name, name, groupId: id },
  })); // prettier-ignore
  return { ...brief(call, role), actors: [...users, ...groups] };
}

function add(call: Call): Answer {
  const [project, role] = [here(call), roleOf(call)];
  mustAdministerSpace(call, project);
  const { user = [], group = [], groupId = [] } = readBody(actors, call);
  const { store } = call.site;
  const named = group.map((name) => store.collection("group").find((known) => known.name === name)?.id ?? name);
  const groups = [...named, ...groupId];
  const known = project.roleActors[role.id] ?? { userIds: [], groupIds: [] };
  const missing = [
    ...user.filter((id) => store.collection("user").get(id) === null),
    ...groups.filter((id) => store.collection("group").get(id) === null),
  ];
  if (missing.length > 0)
    throw new Problem(404, [`We can't find '${missing.join("', '")}' in any accessible user directory.`]);
  const roleActors = {
    ...project.roleActors,
    [role.id]: {
      userIds: [...new Set([...known.userIds, ...user])],
      groupIds: [...new Set([...known.groupIds, ...groups])],
    },
  };
  return ok(rendered(call, store.collection("project").put({ ...project, roleActors }), role));
}

function remove(call: Call): Answer {
  const [project, role] = [here(call), roleOf(call)];
  mustAdministerSpace(call, project);
  const known = project.roleActors[role.id] ?? { userIds: [], groupIds: [] };
  const [user, group] = [call.query.get("user"), call.query.get("groupId")];
  const left = {
    userIds: known.userIds.filter((id) => id !== user),
    groupIds: known.groupIds.filter((id) => id !== group),
  };
  call.site.store.collection("project").put({ ...project, roleActors: { ...project.roleActors, [role.id]: left } });
  return noContent;
}
