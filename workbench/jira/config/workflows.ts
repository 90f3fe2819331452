import { z } from "zod";
import { Problem } from "../problem";
import type { Workflow } from "../config-records";
import { ok, pageOf, readBody, route, type Answer, type Call, type Route } from "../router";
import { allOf, configures, mustAdminister, mustAdministerSpace, recordOf, spaceOf } from "./admission";
import { workflowId } from "./bare-site";
import { permissionsOf } from "./permission-table";
import { capabilities } from "./workflow-capabilities";
import { checkedRules, readTransitions, renderWorkflow, statusRefs, transitionUpdate } from "./workflow-shapes";
import { categoryKeys } from "./statuses";

const statusUpdate = z.object({
  id: z.string().optional(),
  name: z.string(),
  description: z.string().optional(),
  statusCategory: z.enum(["TODO", "IN_PROGRESS", "DONE"]),
  statusReference: z.string(),
});
const layout = z.array(z.object({ statusReference: z.string() }));
const common = { description: z.string().optional(), statuses: layout, transitions: z.array(transitionUpdate) };
const scope = z.object({ type: z.enum(["PROJECT", "GLOBAL"]), project: z.object({ id: z.string() }).nullish() });
const creation = z.object({
  scope: scope.optional(),
  statuses: z.array(statusUpdate),
  workflows: z.array(z.object({ name: z.string().min(1).max(255), ...common })),
});
const version = z.object({ id: z.string(), versionNumber: z.number() });
const change = z.object({
  statuses: z.array(statusUpdate),
  workflows: z.array(z.object({ id: z.string(), version, ...common })),
});
const pair = z.object({ projectId: z.string(), issueTypeId: z.string() });
const reading = z.object({
  workflowIds: z.array(z.string()).optional(),
  workflowNames: z.array(z.string()).optional(),
  projectAndIssueTypes: z.array(pair).optional(),
});

export const workflowRoutes: readonly Route[] = [
  route("POST", "/rest/api/3/workflows", { scopes: configures, handler: read }),
  route("GET", "/rest/api/3/workflows/search", { scopes: configures, handler: search }),
  route("GET", "/rest/api/3/workflows/capabilities", { scopes: configures, handler: (call) => ok(capabilities(call)) }),
  route("POST", "/rest/api/3/workflows/create", { scopes: configures, handler: create }),
  route("POST", "/rest/api/3/workflows/update", { scopes: configures, handler: update }),
];

/** Global workflows are an administrator's, those of a team-managed space its own administrators'. */
function mustManage(call: Call, scopeProjectId: string | null): void {
  if (scopeProjectId === null) mustAdminister(call);
  else mustAdministerSpace(call, spaceOf(call, scopeProjectId));
}

function answer(call: Call, workflows: readonly Workflow[]): Answer {
  return ok({ statuses: statusRefs(call, workflows), workflows: workflows.map(renderWorkflow) });
}

function read(call: Call): Answer {
  const { workflowIds = [], workflowNames = [], projectAndIssueTypes = [] } = readBody(reading, call);
  const byPair = projectAndIssueTypes.map(({ projectId, issueTypeId }) => {
    const scheme = recordOf(call, "workflowScheme", spaceOf(call, projectId).workflowSchemeId);
    return scheme.workflowIds[issueTypeId] ?? scheme.defaultWorkflowId;
  });
  const wanted = new Set([...workflowIds, ...byPair]);
  const found = allOf(call, "workflow").filter(({ id, name }) => wanted.has(id) || workflowNames.includes(name));
  for (const { scopeProjectId } of found) mustManage(call, scopeProjectId);
  return answer(call, found);
}

function search(call: Call): Answer {
  mustAdminister(call);
  const text = (call.query.get("queryString") ?? "").toLowerCase();
  const global = call.site.store.collection("workflow").where("scopeProjectId", null);
  const page = pageOf(
    global.filter(({ name }) => name.toLowerCase().includes(text)),
    call.query,
  );
  return ok({ ...page, values: page.values.map(renderWorkflow), statuses: statusRefs(call, page.values) });
}

function create(call: Call): Answer {
  const wanted = readBody(creation, call);
  const scopeProjectId = wanted.scope?.project?.id ?? null;
  mustManage(call, scopeProjectId);
  const statusIds = statusesOf(call, wanted.statuses, scopeProjectId);
  const all = call.site.store.collection("workflow");
  const made = wanted.workflows.map(({ name, description = "", statuses, transitions }) => {
    if (all.find((other) => other.name === name) !== null)
      throw new Problem(400, [`A workflow with the name '${name}' already exists.`]);
    const at = Number(all.nextId());
    const version = { id: workflowId(1, at), versionNumber: 1 };
    const steps = {
      statusIds: statuses.map(({ statusReference }) => statusIds(statusReference)),
      transitions: readTransitions(transitions, statusIds),
    };
    return all.put({ id: workflowId(0, at), name, description, version, scopeProjectId, ...steps });
  });
  checkedRules(made, permissionsOf(call.site));
  return answer(call, made);
}

/** A workflow is replaced whole, and only by someone who has seen its newest version. */
function update(call: Call): Answer {
  const wanted = readBody(change, call);
  const all = call.site.store.collection("workflow");
  const changed = wanted.workflows.map(({ id, version, description, statuses, transitions }) => {
    const known = recordOf(call, "workflow", id);
    mustManage(call, known.scopeProjectId);
    if (version.versionNumber !== known.version.versionNumber || version.id !== known.version.id)
      throw new Problem(409, [`The workflow '${known.name}' was changed in the meantime. Read it again.`]);
    const statusIds = statusesOf(call, wanted.statuses, known.scopeProjectId);
    const steps = {
      statusIds: statuses.map(({ statusReference }) => statusIds(statusReference)),
      transitions: readTransitions(transitions, statusIds),
    };
    const next = {
      id: workflowId(version.versionNumber + 2, Number(all.nextId())),
      versionNumber: version.versionNumber + 1,
    };
    return all.put({ ...known, description: description ?? known.description, version: next, ...steps });
  });
  checkedRules(changed, permissionsOf(call.site));
  return answer(call, changed);
}

/** Which status a reference of the request stands for; a status without an id is made, unless its name is there already. */
function statusesOf(
  call: Call,
  wanted: readonly z.infer<typeof statusUpdate>[],
  scopeProjectId: string | null,
): (reference: string) => string {
  const all = call.site.store.collection("status");
  const ids = new Map(wanted.map(({ id, name, description = "", statusCategory, statusReference }) => {
    const known = all.get(id ?? "") ?? all.find((status) => status.name === name && status.scopeProjectId === scopeProjectId);
    const fresh = () => ({ id: all.nextId(), name, description, categoryKey: categoryKeys[statusCategory], scopeProjectId });
    return [statusReference, (known ?? all.put(fresh())).id] as const;
  })); // prettier-ignore
  return (reference) => {
    const id = ids.get(reference);
    if (id === undefined)
      throw new Problem(400, [`The status reference '${reference}' is not among the statuses of the request.`]);
    return id;
  };
}
