import type { Caller } from "../wire/wire";
import { extensionAri } from "./config/permission-table";
import { createMeter, evaluate } from "./expressions/evaluate";
import { contextOf } from "./expressions/issue-beans";
import { ExpressionError, type Value } from "./expressions/value";
import { permitted } from "./permitted";
import type { ConditionGroup, Transition, WorkflowRule } from "./config-records";
import type { Issue } from "./records";
import { actorOf, type Site } from "./site";

/** A work item about to go through a transition; `issue` already holds what the transition screen changed. */
export interface Move {
  readonly issue: Issue;
  readonly original: Issue;
  readonly transition: Transition;
}

interface Rule {
  readonly rule: WorkflowRule;
  readonly kind: "jira:workflowValidator" | "jira:workflowCondition";
}

/** What the validators of a transition say against it, in the words a person is shown; empty lets it through. */
export async function refusals(site: Site, caller: Caller, move: Move): Promise<string[]> {
  const said = move.transition.validators.map((rule) => refusal(site, caller, { ...move, rule }));
  return said.filter((message) => message !== null);
}

/** Whether the conditions let a person see the transition at all. */
export function isOffered(site: Site, caller: Caller, move: Move): boolean {
  const holds = ({ operation, conditions, conditionGroups }: ConditionGroup): boolean => {
    const each = [
      ...conditions.map((rule) => conditionHolds(site, caller, { ...move, rule })),
      ...conditionGroups.map(holds),
    ];
    return operation === "ANY" && each.length > 0 ? each.includes(true) : !each.includes(false);
  };
  return move.transition.conditions === null || holds(move.transition.conditions);
}

/** What the transition's own actions write, by field id: Jira's simplified workflows set and clear the resolution so. */
export function writtenBy(transition: Transition): Readonly<Record<string, string | null>> {
  const updates = transition.actions.filter(({ ruleKey }) => ruleKey === "system:update-field");
  return Object.fromEntries(updates.map(({ parameters: { field = "", value = "" } }) => [field, value || null]));
}

function refusal(site: Site, caller: Caller, asked: Move & { rule: WorkflowRule }): string | null {
  const { issue, rule } = asked;
  const { parameters, ruleKey } = rule;
  switch (ruleKey) {
    case "forge:expression-validator":
      return expressionRefusal(site, caller, asked);
    case "system:check-permission-validator": {
      const permission = parameters["permissionKey"] ?? "";
      if (mayIn(site, caller, { issue, permission })) return null;
      return `You do not have the permission ${permission} that this transition needs.`;
    }
    case "system:validate-field-value": {
      const ids = (parameters["fieldsRequired"] ?? parameters["fieldKey"] ?? "").split(",").filter((id) => id !== "");
      const empty = ids.filter((id) => isEmpty(issue.fields[id]));
      const names = empty.map((id) => site.store.collection("field").get(id)?.name ?? id);
      return empty.length === 0 ? null : (parameters["errorMessage"] ?? `${names.join(", ")} is required.`);
    }
    default:
      return `The rule ${ruleKey} cannot be evaluated by this site.`;
  }
}

function conditionHolds(site: Site, caller: Caller, asked: Move & { rule: WorkflowRule }): boolean {
  const { issue, rule } = asked;
  const accountId = actorOf(site, caller);
  switch (rule.ruleKey) {
    case "forge:expression-condition":
      return expressionValue(site, caller, { ...asked, kind: "jira:workflowCondition" }) === true;
    case "system:check-permission-validator":
      return mayIn(site, caller, { issue, permission: rule.parameters["permissionKey"] ?? "" });
    case "system:restrict-issue-transition":
      return (rule.parameters["accountIds"] ?? "").split(",").includes(accountId ?? "");
    default:
      return false;
  }
}

function expressionRefusal(site: Site, caller: Caller, asked: Move & { rule: WorkflowRule }): string | null {
  const rule: Rule = { rule: asked.rule, kind: "jira:workflowValidator" };
  if (asked.rule.parameters["disabled"] === "true") return null;
  const value = expressionValue(site, caller, { ...asked, ...rule });
  if (value === true) return null;
  if (typeof value === "string") return value;
  const message = asked.rule.parameters["errorMessage"] ?? declared(site, rule)?.["errorMessage"];
  return typeof message === "string" ? message : "A workflow rule of an app does not let this transition through.";
}

/** Fails closed: an error, or an app that is gone, is false, and Jira says so in an event. */
function expressionValue(site: Site, caller: Caller, asked: Move & Rule): Value {
  const { parameters } = asked.rule;
  const config = readConfig(parameters["config"]);
  const source = parameters["expression"] ?? overridden(config) ?? declared(site, asked)?.["expression"];
  const subject = { issue: asked.issue, originalIssue: asked.original, transition: asked.transition, config };
  try {
    if (typeof source !== "string" || declared(site, asked) === null)
      throw new ExpressionError("The app of this rule is not installed.");
    const reading = { site, caller, accountId: actorOf(site, caller), meter: createMeter() };
    const value = evaluate(source, contextOf(reading, subject), reading.meter);
    if (typeof value === "boolean" || typeof value === "string") return value;
    throw new ExpressionError("A workflow rule must answer true, false or a text.");
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const context = { issueId: asked.issue.id, transitionId: asked.transition.id };
    const payload = { extensionId: parameters["key"], workflowRuleId: asked.rule.id, expression: source, context };
    site.emit({
      eventType: "avi:jira:failed:expression",
      selfGenerated: false,
      payload: { ...payload, errorMessages: [error.message], timestamp: String(site.clock.now()) },
    });
    return false;
  }
}

/** The module a rule names, as long as its app is installed and running. */
function declared(site: Site, { rule, kind }: Rule): Readonly<Record<string, unknown>> | null {
  for (const app of site.apps.values()) {
    const found = app.modules[kind]?.find(
      (module) => extensionAri(app, String(module["key"])) === rule.parameters["key"],
    );
    if (found !== undefined) return found;
  }
  return null;
}

function readConfig(text: string | undefined): unknown {
  try {
    return text === undefined || text === "" ? null : JSON.parse(text);
  } catch {
    return text;
  }
}

function overridden(config: unknown): unknown {
  return typeof config === "object" && config !== null && "expression" in config ? config.expression : undefined;
}

function mayIn(site: Site, caller: Caller, { issue, permission }: { issue: Issue; permission: string }): boolean {
  const project = site.store.collection("project").get(issue.projectId);
  return project !== null && permitted(site, caller, { permission, project, issue });
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}
