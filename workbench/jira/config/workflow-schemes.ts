import { z } from "zod";
import type { WorkflowScheme } from "../config-records";
import { created, noContent, ok, readBody, route, type Answer, type Call, type Route } from "../router";
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

const creation = z.object({
  name: z.string(),
  description: z.string().optional(),
  defaultWorkflow: z.string().optional(),
  issueTypeMappings: z.record(z.string(), z.string()).optional(),
});
const assignment = z.object({ projectId: z.string(), workflowSchemeId: z.string() });
const base = "/rest/api/3/workflowscheme";

export const workflowSchemeRoutes: readonly Route[] = [
  route("GET", base, { scopes: configures, handler: list }),
  route("POST", base, { scopes: configures, handler: add }),
  route("GET", `${base}/project`, { scopes: configures, handler: byProject }),
  route("PUT", `${base}/project`, { scopes: configures, handler: assign }),
  route("GET", `${base}/{id}`, { scopes: configures, handler: (call) => {
    mustAdminister(call);
    return ok(render(call, recordOf(call, "workflowScheme", call.params["id"] ?? "")));
  } }),
]; // prettier-ignore

function render({ site }: Call, { id, name, description, defaultWorkflowId, workflowIds }: WorkflowScheme): object {
  const nameOf = (workflowId: string): string => site.store.collection("workflow").get(workflowId)?.name ?? workflowId;
  return {
    id: Number(id),
    name,
    description,
    draft: false,
    self: `${site.siteUrl}${base}/${id}`,
    defaultWorkflow: nameOf(defaultWorkflowId),
    issueTypeMappings: Object.fromEntries(
      Object.entries(workflowIds).map(([typeId, workflowId]) => [typeId, nameOf(workflowId)]),
    ),
  };
}

function list(call: Call): Answer {
  mustAdminister(call);
  return pageOfNamed(call, allOf(call, "workflowScheme"), (scheme) => render(call, scheme));
}

function add(call: Call): Answer {
  mustAdminister(call);
  const { name, description = "", defaultWorkflow = "jira", issueTypeMappings = {} } = readBody(creation, call);
  const all = call.site.store.collection("workflowScheme");
  mustBeFree(all.all(), { id: null, name });
  const idOf = (wanted: string): string => {
    const found = call.site.store.collection("workflow").find((workflow) => workflow.name === wanted);
    return (found ?? recordOf(call, "workflow", wanted)).id;
  };
  const workflowIds = Object.fromEntries(
    Object.entries(issueTypeMappings).map(([typeId, wanted]) => [typeId, idOf(wanted)]),
  );
  const scheme = { id: all.nextId(), name, description, defaultWorkflowId: idOf(defaultWorkflow), workflowIds };
  return created(render(call, all.put(scheme)));
}

function byProject(call: Call): Answer {
  mustAdminister(call);
  const values = allOf(call, "workflowScheme").flatMap((scheme) => {
    const projectIds = spacesUsing(call, "workflowSchemeId", scheme.id);
    return projectIds.length === 0 ? [] : [{ projectIds, workflowScheme: render(call, scheme) }];
  });
  return ok({ values });
}

function assign(call: Call): Answer {
  mustAdminister(call);
  const { projectId, workflowSchemeId } = readBody(assignment, call);
  const project = spaceOf(call, projectId);
  mustBeCompanyManaged(project);
  const { id } = recordOf(call, "workflowScheme", workflowSchemeId);
  call.site.store.collection("project").put({ ...project, workflowSchemeId: id });
  return noContent;
}
