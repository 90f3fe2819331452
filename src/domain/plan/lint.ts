import type { Finding, Level, Rule } from "./finding";
import { findFix } from "./fixes";
import { overviewOf } from "./overview";
import type { AcceptedFinding, Plan } from "./plan";
import { completenessRules } from "./rules/completeness";
import { criterionRules } from "./rules/criteria";
import { dataRules } from "./rules/data";
import { handoffRules } from "./rules/handoffs";
import { orderRules } from "./rules/order";
import { peopleRules } from "./rules/people";
import { purposeRules } from "./rules/purpose";
import { qualityRules } from "./rules/quality";
import { raciRules } from "./rules/raci";
import { referenceRules } from "./rules/references";
import { resourceRules } from "./rules/resources";
import { rollbackRules } from "./rules/rollbacks";
import { rolloutRules } from "./rules/rollout";
import { timingRules } from "./rules/timing";
import { trainingRules } from "./rules/training";

export const rules: readonly Rule[] = [
  ...referenceRules,
  ...completenessRules,
  ...qualityRules,
  ...criterionRules,
  ...purposeRules,
  ...peopleRules,
  ...raciRules,
  ...rollbackRules,
  ...orderRules,
  ...timingRules,
  ...rolloutRules,
  ...trainingRules,
  ...dataRules,
  ...resourceRules,
  ...handoffRules,
];

export interface Linted {
  readonly open: readonly Finding[];
  readonly accepted: readonly { readonly finding: Finding; readonly reason: string }[];
}

export type Levels = Readonly<Record<string, Level | "off">>;

/** What stands against the plan and nobody has accepted. */
export function lint(plan: Plan, levels: Levels = {}): readonly Finding[] {
  return lintAll(plan, levels).open;
}

export function lintAll(plan: Plan, levels: Levels = {}): Linted {
  const findings = [...findAll(plan, { ...plan.rules, ...levels }), ...unknownRules(plan)];
  const open = findings.filter((finding) => !acceptance(plan, finding));
  const accepted = findings.flatMap((finding) => {
    const acceptedBy = acceptance(plan, finding);
    return acceptedBy ? [{ finding, reason: acceptedBy.reason }] : [];
  });
  return { open, accepted };
}

function findAll(plan: Plan, levels: Levels): readonly Finding[] {
  const overview = overviewOf(plan);
  return rules.flatMap((rule) => {
    const level = levels[rule.id] ?? rule.level;
    if (level === "off") return [];
    return rule.check(overview).map((remark) => {
      const finding = { rule: rule.id, level, field: null, ...remark };
      const fix = findFix(overview, finding);
      return fix === null ? finding : { ...finding, fix };
    });
  });
}

function acceptance(plan: Plan, finding: Finding): AcceptedFinding | undefined {
  return plan.accepted.find(
    ({ rule, item, reason }) =>
      rule === finding.rule && (item === null || item === finding.item) && reason.trim() !== "",
  );
}

/** Words about a rule that is not there do nothing, and whoever wrote them believes they do. */
function unknownRules(plan: Plan): readonly Finding[] {
  const known = new Set(rules.map(({ id }) => id));
  const accepted = plan.accepted
    .filter(({ rule }) => !known.has(rule))
    .map(({ rule, item }) => ({
      item,
      field: "accepted",
      message: `The plan accepts findings of "${rule}", and no rule has that name.`,
      mend: "Correct the name of the rule, or remove the acceptance.",
    }));
  const weighed = Object.keys(plan.rules)
    .filter((rule) => !known.has(rule))
    .map((rule) => ({
      item: null,
      field: "rules",
      message: `The plan weighs the rule "${rule}", and no rule has that name.`,
      mend: "Correct the name of the rule, or remove the line.",
    }));
  return [...accepted, ...weighed].map((remark) => ({ rule: unknownRuleId, level: "warning", ...remark }));
}

/** The one finding that is about the rules and not about the plan. */
export const unknownRuleId = "accepted-rule-unknown";
