import { z } from "zod";
import { permitted } from "../permitted";
import { noProject, Problem } from "../problem";
import { renderComponent, renderVersion } from "../refs";
import type { Component, Project, Version } from "../records";
import { created, noContent, ok, pageOf, readBody, route, type Call, type Route } from "../router";
import { projectOf } from "./find-issue";

const reads = ["read:jira-work"];
const manages = ["manage:jira-project"];
const base = "/rest/api/3/project/{projectIdOrKey}";
const sentComponent = z.looseObject({
  name: z.string().min(1).max(255),
  description: z.string().optional(),
  project: z.string().optional(),
  leadAccountId: z.string().optional(),
});
const day = z.iso.date();
const sentVersion = z.looseObject({
  name: z.string().min(1).max(255),
  description: z.string().optional(),
  project: z.string().optional(),
  projectId: z.number().optional(),
  startDate: day.optional(),
  releaseDate: day.optional(),
  released: z.boolean().optional(),
  archived: z.boolean().optional(),
});

/** Components and versions of a space. */
export const projectPartRoutes: readonly Route[] = [
  route("GET", `${base}/components`, { scopes: reads, handler: (call) => ok(components(call)) }),
  route("GET", `${base}/component`, { scopes: reads, handler: (call) => ok(pageOf(components(call), call.query)) }),
  route("GET", `${base}/versions`, { scopes: reads, handler: (call) => ok(versions(call)) }),
  route("GET", `${base}/version`, { scopes: reads, handler: (call) => ok(pageOf(versions(call), call.query)) }),
  route("POST", "/rest/api/3/component", {
    scopes: manages,
    handler(call) {
      const { name, description = "", project, leadAccountId = null } = readBody(sentComponent, call);
      const records = call.site.store.collection("component");
      const projectId = managed(call, project ?? "").id;
      if (records.where("projectId", projectId).some((known) => known.name === name))
        throw new Problem(400, [], { name: `A component with the name ${name} already exists in this project.` });
      const record = records.put({ id: records.nextId(), projectId, name, description, leadId: leadAccountId });
      return created(renderComponent(call.site, record));
    },
  }),
  route("GET", "/rest/api/3/component/{id}", {
    scopes: reads,
    handler: (call) => ok(renderComponent(call.site, componentOf(call))),
  }),
  route("DELETE", "/rest/api/3/component/{id}", {
    scopes: manages,
    handler(call) {
      const component = componentOf(call);
      managed(call, component.projectId);
      call.site.store.collection("component").delete(component.id);
      return noContent;
    },
  }),
  route("POST", "/rest/api/3/version", {
    scopes: manages,
    handler(call) {
      const { projectId, project, name, description = "", ...more } = readBody(sentVersion, call);
      const space = managed(call, project ?? String(projectId ?? ""));
      const records = call.site.store.collection("version");
      if (records.where("projectId", space.id).some((known) => known.name === name))
        throw new Problem(400, [], { name: "A version with this name already exists in this project." });
      const { startDate = null, releaseDate = null, released = false, archived = false } = more;
      const days = { startDate, releaseDate, released, archived };
      const record = records.put({ id: records.nextId(), projectId: space.id, name, description, ...days });
      return created(renderVersion(call.site, record));
    },
  }),
  route("GET", "/rest/api/3/version/{id}", {
    scopes: reads,
    handler: (call) => ok(renderVersion(call.site, versionOf(call))),
  }),
  route("PUT", "/rest/api/3/version/{id}", {
    scopes: manages,
    handler(call) {
      const known = versionOf(call);
      managed(call, known.projectId);
      const sent = readBody(sentVersion.partial(), call);
      const after: Version = {
        ...known,
        name: sent.name ?? known.name,
        description: sent.description ?? known.description,
        startDate: sent.startDate ?? known.startDate,
        releaseDate: sent.releaseDate ?? known.releaseDate,
        released: sent.released ?? known.released,
        archived: sent.archived ?? known.archived,
      };
      return ok(renderVersion(call.site, call.site.store.collection("version").put(after)));
    },
  }),
];

function components(call: Call): readonly object[] {
  const records = call.site.store.collection("component").where("projectId", browsed(call).id);
  return records.map((component) => renderComponent(call.site, component));
}

function versions(call: Call): readonly object[] {
  const records = call.site.store.collection("version").where("projectId", browsed(call).id);
  return records.map((version) => renderVersion(call.site, version));
}

function browsed({ site, caller, params }: Call): Project {
  const idOrKey = params["projectIdOrKey"] ?? "";
  const project = projectOf(site, idOrKey);
  const asked = { permission: "BROWSE_PROJECTS", issue: null };
  if (project === null || !permitted(site, caller, { ...asked, project })) throw noProject(idOrKey);
  return project;
}

function managed({ site, caller }: Call, idOrKey: string): Project {
  const project = projectOf(site, idOrKey);
  if (project === null) throw noProject(idOrKey);
  if (permitted(site, caller, { permission: "ADMINISTER_PROJECTS", project, issue: null })) return project;
  throw new Problem(403, ["You must have the Administer projects permission for this project."]);
}

function componentOf({ site, params }: Call): Component {
  const component = site.store.collection("component").get(params["id"] ?? "");
  if (component === null) throw new Problem(404, [`The component with id ${params["id"] ?? ""} does not exist.`]);
  return component;
}

function versionOf({ site, params }: Call): Version {
  const version = site.store.collection("version").get(params["id"] ?? "");
  if (version === null) throw new Problem(404, [`Could not find version for id '${params["id"] ?? ""}'`]);
  return version;
}
