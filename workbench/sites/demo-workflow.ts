import { gateExpression } from "#domain/governance/verdict-text";
import { extensionAri } from "../jira/config/permission-table";
import { workflowId } from "../jira/config/bare-site";
import type { Transition } from "../jira/config-records";
import { openPage } from "./act";
import type { Grounds } from "./site";

const path = ["Draft", "Baselined", "Executing", "Delivered", "Hyper-care", "Implemented"] as const;

/** The plan's own workflow, with the app's rule on the last transition: gate 2. */
export async function guardPlanWorkflow(grounds: Grounds, projectId: string): Promise<void> {
  const { store } = grounds.jira;
  const page = openPage(grounds, "uptake-admin", { email: "admin@example.com", extension: { type: "jira:adminPage" } });
  const { field } = await page.ask("ruleField", {});
  const project = store.collection("project").get(projectId);
  const scheme = project === null ? null : store.collection("workflowScheme").get(project.workflowSchemeId);
  const planType = store.collection("issueType").find(({ name }) => name === "Plan");
  if (scheme === null || planType === null) throw new Error("The space has no plan type or no workflow scheme.");
  const statusIds = path.map((name, at) => statusOf(grounds, name, at));
  const steps = path.map((name, at) => step(grounds, { name, at, statusIds, field }));
  const [id, version] = [workflowId(9, 1), { id: workflowId(9, 2), versionNumber: 1 }];
  const text = {
    name: "Implementation plan",
    description: "From draft to implemented, with the second gate before the end.",
  };
  store.collection("workflow").put({ id, ...text, version, statusIds, transitions: steps, scopeProjectId: null });
  store.collection("workflowScheme").put({ ...scheme, workflowIds: { ...scheme.workflowIds, [planType.id]: id } });
  for (const issue of store.collection("issue").where("typeId", planType.id)) {
    store.collection("issue").put({ ...issue, fields: { ...issue.fields, status: statusIds[4] } });
  }
  store.commit();
}

function statusOf({ jira }: Grounds, name: string, at: number): string {
  const statuses = jira.store.collection("status");
  const categoryKey = at === 0 ? "new" : at === path.length - 1 ? "done" : "indeterminate";
  const known = statuses.find((status) => status.name === name && status.scopeProjectId === null);
  return (known ?? statuses.put({ id: statuses.nextId(), name, description: "", categoryKey, scopeProjectId: null }))
    .id;
}

interface StepOf {
  readonly name: string;
  readonly at: number;
  readonly statusIds: readonly string[];
  readonly field: string;
}

function step(grounds: Grounds, { name, at, statusIds, field }: StepOf): Transition {
  const isGate = at === path.length - 1;
  return {
    id: String(at * 10 + 1),
    name: at === 0 ? "Create" : name,
    description: "",
    type: at === 0 ? "INITIAL" : "DIRECTED",
    fromStatusIds: at === 0 ? [] : [statusIds[at - 1]!],
    toStatusId: statusIds[at]!,
    screenId: null,
    conditions: null,
    validators: isGate ? [gateRule(grounds, field)] : [],
    actions: [],
  };
}

function gateRule(grounds: Grounds, field: string): Transition["validators"][number] {
  const app = grounds.jira.store.collection("app").all()[0];
  if (app === undefined) throw new Error("No app is installed.");
  const key = extensionAri({ appId: app.id, environmentId: app.environmentId }, "uptake-gate");
  const config = JSON.stringify({ field, expression: gateExpression(field) });
  return { id: "gate-2", ruleKey: "forge:expression-validator", parameters: { key, config } };
}
