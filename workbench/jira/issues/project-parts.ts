import { z } from "zod";
import { permitted } from "../permitted";
import { noProject, Problem } from "../problem";
import { renderComponent, renderVersion } from "../refs";
import type { Project } from "../config-records";
import { created, ok, pageOf, readBody, route, type Call, type Route } from "../router";
import { projectOf } from "./find-issue";

const reads = ["read:jira-work"];
const manages = ["manage:jira-project"];
const base = "/rest/api/3/project/{projectIdOrKey}";
const [day, name] = [z.iso.date().nullable().default(null), z.string().min(1).max(255)];
const description = z.string().default("");
const sentComponent = z.looseObject({
  name,
  description,
  project: z.string(),
  leadAccountId: z.string().nullable().default(null),
});
const flag = z.boolean().default(false);
const days = { startDate: day, releaseDate: day, released: flag, archived: flag };
const sentVersion = z.looseObject({
  name,
  description,
  project: z.string().optional(),
  projectId: z.number().optional(),
  ...days,
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
      const { project, leadAccountId, ...sent } = readBody(sentComponent, call);
      const [records, projectId] = [call.site.store.collection("component"), managed(call, project).id];
      if (records.where("projectId", projectId).some((known) => known.name === sent.name))
        throw new Problem(400, [], { name: `A component with the name ${sent.name} already exists in this project.` });
      const text = { name: sent.name, description: sent.description };
      const record = records.put({ id: records.nextId(), projectId, ...text, leadId: leadAccountId });
      return created(renderComponent(call.site, record));
    },
  }),
  route("POST", "/rest/api/3/version", {
    scopes: manages,
    handler(call) {
      const sent = readBody(sentVersion, call);
      const projectId = managed(call, sent.project ?? String(sent.projectId ?? "")).id;
      const records = call.site.store.collection("version");
      if (records.where("projectId", projectId).some((known) => known.name === sent.name))
        throw new Problem(400, [], { name: "A version with this name already exists in this project." });
      const text = { name: sent.name, description: sent.description, released: sent.released, archived: sent.archived };
      const planned = { startDate: sent.startDate, releaseDate: sent.releaseDate };
      const record = records.put({ id: records.nextId(), projectId, ...text, ...planned });
      return created(renderVersion(call.site, record));
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
  const isSeen = project !== null && permitted(site, caller, { permission: "BROWSE_PROJECTS", issue: null, project });
  if (!isSeen) throw noProject(idOrKey);
  return project;
}

function managed({ site, caller }: Call, idOrKey: string): Project {
  const project = projectOf(site, idOrKey);
  if (project === null) throw noProject(idOrKey);
  if (permitted(site, caller, { permission: "ADMINISTER_PROJECTS", project, issue: null })) return project;
  throw new Problem(403, ["You must have the Administer projects permission for this project."]);
}
