import { z } from "zod";
import { permitted } from "../permitted";
import { Problem } from "../problem";
import type { Project } from "../config-records";
import { avatars, projectRef, renderComponent, renderStatus, renderType, renderVersion, userRef } from "../refs";
import { created, listOf, noContent, ok, pageOf, readBody, route, type Answer, type Call, type Route } from "../router";
import { allOf, configures, manages, mustAdminister, mustAdministerSpace, reads, spaceOf } from "./admission";
import { createProject } from "./create-project";
import { propertyRoutes } from "./property-routes";

const id = z.union([z.number(), z.string()]).transform(String);
const creation = z.object({
  key: z.string(),
  name: z.string(),
  description: z.string().optional(),
  leadAccountId: z.string().optional(),
  projectTypeKey: z.enum(["software", "business", "service_desk"]).optional(),
  projectTemplateKey: z.string().optional(),
  issueTypeScheme: id.optional(),
  issueTypeScreenScheme: id.optional(),
  workflowScheme: id.optional(),
  permissionScheme: id.optional(),
  issueSecurityScheme: id.optional(),
});
const change = creation.pick({ name: true, description: true, leadAccountId: true, permissionScheme: true, issueSecurityScheme: true }).partial(); // prettier-ignore

export const projectRoutes: readonly Route[] = [
  route("POST", "/rest/api/3/project", { scopes: configures, handler: add }),
  route("GET", "/rest/api/3/project/search", { scopes: reads, handler: search }),
  route("GET", "/rest/api/3/project/{projectIdOrKey}", {
    scopes: reads,
    handler: (call) => ok(rendered(call, here(call))),
  }),
  route("PUT", "/rest/api/3/project/{projectIdOrKey}", { scopes: manages, handler: update }),
  route("DELETE", "/rest/api/3/project/{projectIdOrKey}", { scopes: configures, handler: remove }),
  route("GET", "/rest/api/3/project/{projectIdOrKey}/statuses", {
    scopes: reads,
    handler: (call) => ok(statuses(call)),
  }),
  ...propertyRoutes({
    path: "/rest/api/3/project/{projectIdOrKey}/properties",
    entity: "project",
    writeScopes: manages,
    readable: (call) => here(call).id,
    writable(call) {
      mustAdministerSpace(call, here(call));
      return here(call).id;
    },
  }),
];

function here(call: Call): Project {
  return spaceOf(call, call.params["projectIdOrKey"] ?? "");
}

function add(call: Call): Answer {
  mustAdminister(call);
  const { site, accountId } = call;
  const wanted = readBody(creation, call);
  const projects = site.store.collection("project");
  const errors = {
    ...(/^[A-Z][A-Z0-9_]{1,9}$/.test(wanted.key) ? {} : { projectKey: "Project keys must start with an uppercase letter, followed by one or more uppercase alphanumeric characters." }),
    ...(projects.where("key", wanted.key).length > 0 ? { projectKey: `Project '${projects.where("key", wanted.key)[0]?.name}' uses this project key.` } : {}),
    ...(projects.find(({ name, deleted }) => !deleted && name === wanted.name) ? { projectName: "A project with that name already exists." } : {}),
    ...(wanted.name.length > 80 ? { projectName: "The project name must not exceed 80 characters in length." } : {}),
  }; // prettier-ignore
  if (Object.keys(errors).length > 0) throw new Problem(400, [], errors);
  const leadId = site.store.collection("user").get(wanted.leadAccountId ?? accountId)?.id;
  if (leadId === undefined) throw new Problem(400, [], { projectLead: "You must specify a valid project lead." });
  const template = wanted.projectTemplateKey ?? "";
  const project = createProject(site, {
    key: wanted.key,
    name: wanted.name.trim(),
    leadId,
    projectTypeKey: wanted.projectTypeKey ?? "software",
    style: /simplified|team-managed|next-gen/.test(template) && !/classic/.test(template) ? "next-gen" : "classic",
    ...only({ description: wanted.description, issueTypeSchemeId: wanted.issueTypeScheme }),
    ...only({ issueTypeScreenSchemeId: wanted.issueTypeScreenScheme, workflowSchemeId: wanted.workflowScheme }),
    ...only({ permissionSchemeId: wanted.permissionScheme, securitySchemeId: wanted.issueSecurityScheme }),
  });
  const self = `${site.siteUrl}/rest/api/3/project/${project.id}`;
  return created({ self, id: Number(project.id), key: project.key });
}

/** The keys that were given. */
function only<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const given: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  return Object.assign(given, Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)));
}

function search(call: Call): Answer {
  const { site, caller, query } = call;
  const text = (query.get("query") ?? "").toLowerCase();
  const [ids, keys, types] = [listOf(query, "id"), listOf(query, "keys"), listOf(query, "typeKey")];
  const permission = { browse: "BROWSE_PROJECTS", create: "CREATE_ISSUES", edit: "ADMINISTER_PROJECTS" }[query.get("action") ?? "browse"] ?? "BROWSE_PROJECTS"; // prettier-ignore
  const found = allOf({ site }, "project").filter((project) =>
    permitted(site, caller, { permission, project, issue: null }) &&
    `${project.key} ${project.name}`.toLowerCase().includes(text) &&
    (ids.length === 0 || ids.includes(project.id)) &&
    (keys.length === 0 || keys.includes(project.key)) &&
    (types.length === 0 || types.includes(project.projectTypeKey)),
  ); // prettier-ignore
  const page = pageOf(
    found.toSorted((left, right) => left.key.localeCompare(right.key)),
    query,
  );
  return ok({ ...page, values: page.values.map((project) => brief(call, project)) });
}

function brief({ site }: Call, project: Project): object {
  const style = { style: project.style, isPrivate: false, properties: {} };
  return {
    ...projectRef(site, project),
    ...style,
    lead: userRef(site, project.leadId),
    description: project.description,
  };
}

function rendered(call: Call, project: Project): object {
  const { site } = call;
  const { store } = site;
  const types = store.collection("issueTypeScheme").get(project.issueTypeSchemeId)?.issueTypeIds ?? [];
  const roles = allOf(call, "role").map(({ id, name }) => [
    name,
    `${site.siteUrl}/rest/api/3/project/${project.id}/role/${id}`,
  ]);
  return {
    ...brief(call, project),
    assigneeType: "UNASSIGNED",
    avatarUrls: avatars(`${site.siteUrl}/avatars/project`),
    components: store
      .collection("component")
      .where("projectId", project.id)
      .map((component) => renderComponent(site, component)),
    versions: store
      .collection("version")
      .where("projectId", project.id)
      .map((version) => renderVersion(site, version)),
    issueTypes: types
      .flatMap((type) => store.collection("issueType").get(type) ?? [])
      .map((type) => renderType(site, type)),
    roles: Object.fromEntries(roles),
  };
}

function update(call: Call): Answer {
  const project = here(call);
  mustAdministerSpace(call, project);
  const wanted = readBody(change, call);
  const changed = call.site.store.collection("project").put({
    ...project,
    ...only({ name: wanted.name, description: wanted.description, leadId: wanted.leadAccountId }),
    ...only({ permissionSchemeId: wanted.permissionScheme, securitySchemeId: wanted.issueSecurityScheme }),
  });
  return ok(rendered(call, changed));
}

function remove(call: Call): Answer {
  mustAdminister(call);
  const project = here(call);
  call.site.store.collection("project").put({ ...project, key: `${project.key}-deleted-${project.id}`, deleted: true });
  return noContent;
}

function statuses(call: Call): readonly unknown[] {
  const { site } = call;
  const { store } = site;
  const project = here(call);
  const scheme = store.collection("workflowScheme").get(project.workflowSchemeId);
  const types = store.collection("issueTypeScheme").get(project.issueTypeSchemeId)?.issueTypeIds ?? [];
  return types
    .flatMap((id) => store.collection("issueType").get(id) ?? [])
    .map((type) => {
      const workflow = store
        .collection("workflow")
        .get(scheme?.workflowIds[type.id] ?? scheme?.defaultWorkflowId ?? "");
      const found = workflow?.statusIds.flatMap((id) => store.collection("status").get(id) ?? []) ?? [];
      const self = `${site.siteUrl}/rest/api/3/issuetype/${type.id}`;
      return {
        self,
        id: type.id,
        name: type.name,
        subtask: type.hierarchyLevel === -1,
        statuses: found.map((status) => renderStatus(site, status)),
      };
    });
}
