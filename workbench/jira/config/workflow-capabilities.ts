import type { Call } from "../router";
import { allOf, mustAdminister, mustAdministerSpace, spaceOf } from "./admission";
import { extensionAri } from "./permission-table";

const system = [
  ["system:check-permission-validator", "Require a permission", "Validator"],
  ["system:validate-field-value", "Require a field", "Validator"],
  ["system:restrict-issue-transition", "Restrict who can move a work item", "Condition"],
  ["system:update-field", "Update a field", "Function"],
] as const;

/** Which rules may be put on a transition here: those this site plays, and those of installed apps. */
export function capabilities(call: Call): object {
  const projectId = call.query.get("projectId");
  if (projectId === null) mustAdminister(call);
  else mustAdministerSpace(call, spaceOf(call, projectId));
  const isTeamManaged = projectId !== null && spaceOf(call, projectId).style === "next-gen";
  const kind = isTeamManaged ? "team-managed" : "company-managed";
  return {
    editorScope: isTeamManaged ? "PROJECT" : "GLOBAL",
    projectTypes: ["software", "business", "service_desk"],
    connectRules: [],
    triggerRules: [],
    systemRules: system.map(([ruleKey, name, ruleType]) => ({
      ruleKey,
      name,
      description: name,
      ruleType,
      incompatibleRuleKeys: [],
      isAvailableForInitialTransition: ruleType !== "Condition",
      isVisible: true,
    })),
    forgeRules: forgeRules(call, kind),
  };
}

function forgeRules({ site }: Call, kind: string): readonly object[] {
  const kinds = [
    ["jira:workflowValidator", "forge:expression-validator", "Validator"],
    ["jira:workflowCondition", "forge:expression-condition", "Condition"],
  ] as const;
  return allOf({ site }, "app").flatMap(({ id, environmentId, modules }) =>
    kinds.flatMap(([module, ruleKey, ruleType]) =>
      (modules[module] ?? [])
        .filter((rule) => placesOf(rule).includes(kind))
        .map((rule) => ({
          id: extensionAri({ appId: id, environmentId }, String(rule["key"])),
          name: String(rule["name"]),
          description: String(rule["description"]),
          ruleKey,
          ruleType,
        })),
    ),
  );
}

function placesOf({ projectTypes }: Readonly<Record<string, unknown>>): readonly unknown[] {
  return Array.isArray(projectTypes) ? projectTypes : ["company-managed"];
}
