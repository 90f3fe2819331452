import { monthsBetween } from "../months";
import type { Remark, Rule } from "../finding";
import type { PlanOverview } from "../overview";
import type { Step } from "../plan";

export const purposeRules: readonly Rule[] = [
  { id: "plan-no-objective", keeps: "M2", level: "warning", check: withoutObjective },
  { id: "plan-no-scope", keeps: "M2", level: "warning", check: withoutScope },
  { id: "step-orphan", keeps: "M2", level: "hint", check: orphans },
  { id: "objective-unserved", keeps: "M2", level: "warning", check: unserved },
  { id: "scope-unmapped", keeps: "M60", level: "hint", check: unmapped },
  { id: "kpi-no-baseline", keeps: "M66", level: "warning", check: withoutBaseline },
  { id: "kpi-owner", keeps: "M84", level: "warning", check: kpiOwners },
  { id: "milestone-no-kpi", keeps: "M84", level: "hint", check: milestonesWithoutKpi },
  { id: "plan-duration", keeps: "M81", level: "hint", check: duration },
  { id: "step-before-approval", keeps: "M83", level: "warning", check: beforeApproval },
];

function withoutObjective({ plan }: PlanOverview): readonly Remark[] {
  if (plan.objective.length > 0) return [];
  return [
    {
      item: null,
      field: "objective",
      message: "The plan has no objective.",
      mend: "Say what it accomplishes, in numbers.",
    },
  ];
}

function withoutScope({ plan }: PlanOverview): readonly Remark[] {
  const sides = [
    { field: "scope.in", list: plan.scope.in, message: "The plan does not say what it covers." },
    { field: "scope.out", list: plan.scope.out, message: "The plan does not say what it leaves out." },
  ];
  return sides
    .filter(({ list }) => list.length === 0)
    .map(({ field, message }) => ({ item: null, field, message, mend: "List it, so that nobody has to guess." }));
}

/** With one objective every step serves it; with more, each step says which, or its group does. */
function orphans({ plan, work, steps }: PlanOverview): readonly Remark[] {
  if (plan.objective.length < 2) return [];
  return work
    .filter((step) => objectivesOf(step, steps).length === 0)
    .map(({ id }) => ({
      item: id,
      field: "objective",
      message: `${id} serves no objective of the plan.`,
      mend: "Name the objective it serves, or ask whether it is needed.",
    }));
}

function unserved({ plan, work, steps }: PlanOverview): readonly Remark[] {
  if (plan.objective.length < 2) return [];
  const served = new Set(work.flatMap((step) => objectivesOf(step, steps)));
  return plan.objective
    .filter((objective) => !served.has(objective))
    .map((objective) => ({
      item: null,
      field: "objective",
      message: `No step serves the objective "${objective}".`,
      mend: "Add the step that does, or drop the objective.",
    }));
}

function objectivesOf(step: Step, steps: PlanOverview["steps"]): readonly string[] {
  const seen = new Set<string>();
  let at: Step | undefined = step;
  while (at && at.objective.length === 0 && at.parent !== null && !seen.has(at.id)) {
    seen.add(at.id);
    at = steps.get(at.parent);
  }
  return at?.objective ?? [];
}

function unmapped({ plan }: PlanOverview): readonly Remark[] {
  const mapped = new Set(plan.processMaps.map(({ scope }) => scope));
  return plan.scope.in
    .filter((item) => !mapped.has(item))
    .map((item) => ({
      item: null,
      field: "processMaps",
      message: `"${item}" has no process map; what cannot be mapped cannot be implemented.`,
      mend: "Draw today's process on one page and link it.",
    }));
}

function withoutBaseline({ plan }: PlanOverview): readonly Remark[] {
  return plan.kpis
    .filter(({ baseline }) => baseline === null)
    .map(({ id, title }) => ({
      item: id,
      field: "baseline",
      message: `"${title}" has no baseline, so it cannot be evaluated.`,
      mend: "Measure it before the first change.",
    }));
}

function kpiOwners({ plan }: PlanOverview): readonly Remark[] {
  return plan.kpis.flatMap(({ id, title, owner }) => {
    const count = owner === null ? 0 : owner.split(/[,;&/]|\band\b/).filter((name) => name.trim() !== "").length;
    if (count === 1) return [];
    const message = count === 0 ? `Nobody owns "${title}".` : `"${title}" has ${count} owners.`;
    return [{ item: id, field: "owner", message, mend: "Name one person who answers for it." }];
  });
}

function milestonesWithoutKpi({ plan }: PlanOverview): readonly Remark[] {
  const tied = new Set(plan.kpis.map(({ milestone }) => milestone));
  return ["delivery", "golive"]
    .filter((milestone) => plan.anchors[milestone] !== undefined && !tied.has(milestone))
    .map((milestone) => ({
      item: null,
      field: "kpis",
      message: `The milestone "${milestone}" is tied to no operational KPI.`,
      mend: "Add the KPI that shows whether it made a difference.",
    }));
}

/** A quarter is short for a small rollout and a year is long for an enterprise one; outside of that somebody should have thought about it. */
function duration({ plan }: PlanOverview): readonly Remark[] {
  const days = [plan.start, ...Object.values(plan.anchors), ...plan.waves.map(({ golive }) => golive)].filter(
    (day) => day !== null,
  );
  const pinned = plan.steps.map(({ start }) => start?.slice(0, 10) ?? null).filter((day) => day !== null);
  const sorted = [...days, ...pinned].toSorted();
  const [first, last] = [plan.start ?? sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const months = monthsBetween(first, last);
  if (months >= 3 && months <= 12) return [];
  const message = months < 3 ? `The plan takes less than three months.` : `The plan takes more than twelve months.`;
  return [
    {
      item: null,
      field: "start",
      message,
      mend: months < 3 ? "Check that no phase is rushed." : "Check whether it is two plans.",
    },
  ];
}

function beforeApproval({ plan }: PlanOverview): readonly Remark[] {
  const approval = plan.anchors.approval;
  if (approval === undefined) return [];
  return plan.steps
    .filter(({ start }) => start !== null && start.slice(0, 10) < approval)
    .map(({ id }) => ({
      item: id,
      field: "start",
      message: `${id} starts before the budget is approved on ${approval}.`,
      mend: "Move the step, or correct the day of approval.",
    }));
}
