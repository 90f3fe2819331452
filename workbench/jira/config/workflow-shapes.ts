import { z } from "zod";
import { Problem } from "../problem";
import type { ConditionGroup, Transition, Workflow, WorkflowRule } from "../config-records";
import type { Call } from "../router";
import type { Permission } from "./permission-table";
import { categoryNames, scopeOf } from "./statuses";

const rule = z.object({
  id: z.string().nullish(),
  ruleKey: z.string(),
  parameters: z.record(z.string(), z.string()).nullish(),
});
interface Group {
  readonly operation?: "ALL" | "ANY" | null | undefined;
  readonly conditions?: readonly z.infer<typeof rule>[] | null | undefined;
  readonly conditionGroups?: readonly Group[] | null | undefined;
}
const group: z.ZodType<Group> = z.lazy(() =>
  z.object({
    operation: z.enum(["ALL", "ANY"]).nullish(),
    conditions: z.array(rule).nullish(),
    conditionGroups: z.array(group).nullish(),
  }),
);
export const transitionUpdate = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullish(),
  type: z.enum(["INITIAL", "GLOBAL", "DIRECTED"]),
  toStatusReference: z.string(),
  links: z.array(z.object({ fromStatusReference: z.string().nullish() })).nullish(),
  conditions: group.nullish(),
  validators: z.array(rule).nullish(),
  actions: z.array(rule).nullish(),
  transitionScreen: rule.nullish(),
});
type TransitionUpdate = z.infer<typeof transitionUpdate>;

/** The statuses of these workflows, each referred to by its own id. */
export function statusRefs({ site }: Call, workflows: readonly Workflow[]): readonly object[] {
  const ids = new Set(workflows.flatMap(({ statusIds }) => statusIds));
  return [...ids]
    .flatMap((id) => site.store.collection("status").get(id) ?? [])
    .map((status) => ({
      id: status.id,
      name: status.name,
      description: status.description,
      statusCategory: categoryNames[status.categoryKey],
      scope: scopeOf(status.scopeProjectId),
      statusReference: status.id,
    }));
}

export function renderWorkflow({
  id,
  name,
  description,
  version,
  statusIds,
  transitions,
  scopeProjectId,
}: Workflow): object {
  return {
    id,
    name,
    description,
    version,
    scope: scopeOf(scopeProjectId),
    isEditable: name !== "jira",
    statuses: statusIds.map((statusReference) => ({ statusReference, properties: {}, deprecated: false })),
    transitions: transitions.map(renderTransition),
  };
}

function renderTransition(transition: Transition): object {
  const { id, name, description, type, toStatusId, fromStatusIds, validators, actions, conditions, screenId } =
    transition;
  const screen = { ruleKey: "system:transition-screen", parameters: { screenId } };
  return {
    id,
    name,
    description,
    type,
    toStatusReference: toStatusId,
    validators,
    actions,
    links: fromStatusIds.map((fromStatusReference) => ({ fromStatusReference })),
    ...(conditions === null ? {} : { conditions }),
    ...(screenId === null ? {} : { transitionScreen: screen }),
    triggers: [],
    properties: {},
  };
}

export function readTransitions(
  updates: readonly TransitionUpdate[],
  statusId: (reference: string) => string,
): readonly Transition[] {
  if (updates.filter(({ type }) => type === "INITIAL").length !== 1)
    throw new Problem(400, ["A workflow must have exactly one initial transition."]);
  if (new Set(updates.map(({ id }) => id)).size < updates.length)
    throw new Problem(400, ["The ids of a workflow's transitions must differ."]);
  return updates.map(({ id, name, description, type, ...update }) => {
    const from = (update.links ?? []).flatMap(({ fromStatusReference }) => fromStatusReference ?? []).map(statusId);
    if (type === "DIRECTED" && from.length === 0)
      throw new Problem(400, [`The transition '${name}' needs a status it starts from.`]);
    return {
      id,
      name,
      type,
      description: description ?? "",
      fromStatusIds: type === "DIRECTED" ? from : [],
      toStatusId: statusId(update.toStatusReference),
      screenId: update.transitionScreen?.parameters?.["screenId"] ?? null,
      conditions: update.conditions ? readGroup(update.conditions, id) : null,
      validators: readRules(update.validators, `${id}-v`),
      actions: readRules(update.actions, `${id}-a`),
    };
  });
}

function readRules(rules: readonly z.infer<typeof rule>[] | null | undefined, prefix: string): readonly WorkflowRule[] {
  return (rules ?? []).map(({ id, ruleKey, parameters }, at) => ({
    id: id ?? `${prefix}${at}`,
    ruleKey,
    parameters: parameters ?? {},
  }));
}

function readGroup({ operation, conditions, conditionGroups }: Group, prefix: string): ConditionGroup {
  return {
    operation: operation ?? "ALL",
    conditions: readRules(conditions, `${prefix}-c`),
    conditionGroups: (conditionGroups ?? []).map((inner, at) => readGroup(inner, `${prefix}-g${at}`)),
  };
}

const known = ["forge:expression-validator", "forge:expression-condition", "system:check-permission-validator", "system:validate-field-value", "system:restrict-issue-transition", "system:update-field"]; // prettier-ignore

/** A rule this site cannot play is refused when it is saved, not when a person meets it. */
export function checkedRules(workflows: readonly Workflow[], permissions: readonly Permission[]): void {
  const inGroup = (held: ConditionGroup): readonly WorkflowRule[] => [
    ...held.conditions,
    ...held.conditionGroups.flatMap(inGroup),
  ];
  const rules = workflows.flatMap(({ transitions }) =>
    transitions.flatMap(({ validators, actions, conditions }) => [
      ...validators,
      ...actions,
      ...(conditions === null ? [] : inGroup(conditions)),
    ]),
  );
  for (const { ruleKey, parameters } of rules) {
    if (!known.includes(ruleKey)) throw new Problem(400, [`The workflow rule '${ruleKey}' is not supported.`]);
    const permission = parameters["permissionKey"];
    if (permission !== undefined && !permissions.some(({ key }) => key === permission))
      throw new Problem(400, [`The permission '${permission}' of a workflow rule does not exist.`]);
    if ((parameters["config"] ?? "").length > 32_768)
      throw new Problem(400, ["The configuration of a workflow rule must not exceed 32768 characters."]);
  }
}
