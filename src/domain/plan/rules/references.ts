import { anchorDay } from "../anchor-day";
import { findCycle } from "../cycle";
import type { Remark, Rule } from "../finding";
import type { PlanOverview } from "../overview";
import type { Anchored, Plan, Step } from "../plan";

export const referenceRules: readonly Rule[] = [
  { id: "duplicate-id", keeps: "M92", level: "error", check: duplicates },
  { id: "unknown-reference", keeps: "M6", level: "error", check: unknowns },
  { id: "unknown-anchor", keeps: "M5", level: "error", check: unknownAnchors },
  { id: "dependency-cycle", keeps: "M6", level: "error", check: dependencyCycle },
  { id: "parent-cycle", keeps: "M6", level: "error", check: parentCycle },
];

/** Plan and Jira stay in step by id, so an id belongs to one thing only, of whatever kind. */
function duplicates({ plan }: PlanOverview): readonly Remark[] {
  const ids = [plan.steps, plan.risks, plan.rollbacks, plan.waves, plan.kpis, plan.resources].flatMap((list) =>
    duplicated(list.map(({ id }) => id)),
  );
  const acrossKinds = duplicated(
    [plan.steps, plan.risks, plan.rollbacks].flatMap((list) => [...new Set(list.map(({ id }) => id))]),
  );
  const runbook = plan.rollbacks.flatMap((rollback) => duplicated(rollback.runbook.map(({ id }) => id)));
  return [...new Set([...ids, ...acrossKinds, ...runbook])].map((id) => ({
    item: id,
    field: "id",
    message: `The id ${id} is given more than once.`,
    mend: "Give each its own id; it is how plan and Jira stay in step.",
  }));
}

function duplicated(ids: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return ids.filter((id) => seen.size === seen.add(id).size);
}

function unknowns(overview: PlanOverview): readonly Remark[] {
  const { plan } = overview;
  const rollbacks = new Set(plan.rollbacks.map(({ id }) => id));
  const found = [
    ...plan.steps.flatMap((step) => stepUnknowns(step, overview)),
    ...plan.risks.flatMap((risk) => missing(risk.id, "threatens", risk.threatens, overview.steps)),
    ...plan.risks.flatMap((risk) => missing(risk.id, "answeredBy", risk.answeredBy, rollbacks)),
    ...plan.rollbacks.flatMap((rollback) => missing(rollback.id, "covers", rollback.covers, overview.steps)),
    ...plan.rollbacks.flatMap(({ runbook }) => {
      const known = new Set(runbook.map(({ id }) => id));
      return runbook.flatMap((step) => missing(step.id, "after", step.after, known));
    }),
    ...plan.handoffs.flatMap(({ from, to }) => missing(to, "handoffs", [from, to], overview.steps)),
  ];
  return found;
}

function stepUnknowns(step: Step, { plan, steps }: PlanOverview): readonly Remark[] {
  const waves = new Set(plan.waves.map(({ id }) => id));
  const resources = new Set(plan.resources.map(({ id }) => id));
  const objectives = new Set(plan.objective);
  const departments = new Set([
    ...plan.departments.map(({ name }) => name),
    ...plan.waves.flatMap((wave) => wave.departments),
  ]);
  const after = step.after.map((dependency) => dependency.step);
  return [
    ...missing(step.id, "after", after, steps),
    ...missing(step.id, "parent", listed(step.parent), steps),
    ...missing(step.id, "calendar", listed(step.calendar), new Set(Object.keys(plan.calendars))),
    ...missing(step.id, "wave", listed(step.wave), waves),
    ...missing(step.id, "needs", step.needs, resources),
    ...missing(step.id, "objective", step.objective, objectives),
    ...missing(step.id, "departments", step.departments, departments),
  ];
}

function listed(id: string | null): readonly string[] {
  return id === null ? [] : [id];
}

function missing(
  item: string,
  field: string,
  names: readonly string[],
  known: { has: (name: string) => boolean },
): readonly Remark[] {
  return names
    .filter((name) => !known.has(name))
    .map((name) => ({
      item,
      field,
      message: `${item} names "${name}" under ${field}, and the plan has no such thing.`,
      mend: `Correct the name, or add "${name}" to the plan.`,
    }));
}

function unknownAnchors({ plan }: PlanOverview): readonly Remark[] {
  const used = plan.steps.flatMap((step) => [
    { item: step.id, field: "anchor", moment: step.anchor, wave: step.wave },
    ...step.success.flatMap(({ by, from }) => [
      { item: step.id, field: "success", moment: by, wave: step.wave },
      { item: step.id, field: "success", moment: from, wave: step.wave },
    ]),
  ]);
  const told = plan.communication.map(({ audience, on }) => ({ item: audience, field: "on", moment: on, wave: null }));
  return [...used, ...told].flatMap(({ item, field, moment, wave }) =>
    isAnchored(moment) && anchorDay(plan, moment.anchor, wave) === null
      ? [
          {
            item,
            field,
            message: `${item} counts from "${moment.anchor}", which has no day.`,
            mend: `Give the anchor "${moment.anchor}" a day.`,
          },
        ]
      : [],
  );
}

function isAnchored(moment: string | Anchored | null): moment is Anchored {
  return moment !== null && typeof moment === "object";
}

function dependencyCycle({ plan, steps }: PlanOverview): readonly Remark[] {
  const before = (id: string) => steps.get(id)?.after.map(({ step }) => step) ?? [];
  return circle(findCycle([...steps.keys()], before), "after", plan);
}

function parentCycle({ plan, steps }: PlanOverview): readonly Remark[] {
  return circle(
    findCycle([...steps.keys()], (id) => listed(steps.get(id)?.parent ?? null)),
    "parent",
    plan,
  );
}

function circle(ids: readonly string[] | null, field: string, plan: Plan): readonly Remark[] {
  if (ids === null) return [];
  const first = plan.steps.find(({ id }) => ids.includes(id))?.id ?? null;
  const chain = [...ids, ids[0]].join(" → ");
  return [
    {
      item: first,
      field,
      message: `These steps wait for each other: ${chain}.`,
      mend: `Take one ${field} out of the circle.`,
    },
  ];
}
