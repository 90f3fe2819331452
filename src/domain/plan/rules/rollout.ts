import { coverage } from "../coverage";
import type { Remark, Rule } from "../finding";
import type { PlanOverview } from "../overview";
import { departmentNames } from "./people";

export const rolloutRules: readonly Rule[] = [
  { id: "coverage", keeps: "M98", level: "warning", check: uncovered },
  { id: "technical-without-change", keeps: "M30", level: "warning", check: technicalOnly },
  { id: "big-bang", keeps: "M71", level: "warning", check: bigBang },
  { id: "wave-department-twice", keeps: "M71", level: "error", check: departmentTwice },
  { id: "gate-no-threshold", keeps: "M54", level: "warning", check: withoutThreshold },
  { id: "readiness-missing", keeps: "M72", level: "hint", check: unreadiness },
  { id: "deliverable-missing", keeps: "M31", level: "hint", check: deliverables },
];

function uncovered({ work }: PlanOverview): readonly Remark[] {
  return coverage
    .filter(({ covers }) => !work.some(covers))
    .map(({ name, mend }) => ({
      item: null,
      field: "steps",
      message: `No step covers ${name}.`,
      mend,
    }));
}

/** Change work stands beside technical work in the same group; where nothing is grouped, the phase is the group. */
function technicalOnly({ work }: PlanOverview): readonly Remark[] {
  const groups = Map.groupBy(work, (step) => step.parent ?? step.phase ?? "");
  return [...groups].flatMap(([group, steps]) => {
    const technical = steps.some(({ stream }) => stream === "technical");
    if (!technical || steps.some(({ stream }) => stream === "change" || stream === "training")) return [];
    const name = group === "" ? "The plan" : `"${group}"`;
    return [
      {
        item: group === "" ? null : group,
        field: "stream",
        message: `${name} has technical steps and no change step beside them.`,
        mend: "Add what people must do differently: update the process map beside the schema, same bar, same owner.",
      },
    ];
  });
}

function bigBang({ plan }: PlanOverview): readonly Remark[] {
  const departments = departmentNames(plan);
  const live = new Set(plan.waves.map(({ golive }) => golive ?? "").filter((day) => day !== ""));
  const scoped = Math.max(departments.length, plan.scope.in.length);
  if (live.size > 1 || scoped < 2 || (plan.anchors.golive === undefined && live.size === 0)) return [];
  return [
    {
      item: null,
      field: "waves",
      message: `All of ${(departments.length > 1 ? departments : plan.scope.in).join(", ")} go live on one day.`,
      mend: "Roll out by department or region: give each wave its own go-live day.",
    },
  ];
}

function departmentTwice({ plan }: PlanOverview): readonly Remark[] {
  const all = plan.waves.flatMap(({ departments }) => departments);
  return [...new Set(all.filter((name, at) => all.indexOf(name) !== at))].map((name) => ({
    item: name,
    field: "waves",
    message: `${name} stands in more than one wave, so its people would count twice.`,
    mend: "Leave it in one wave.",
  }));
}

function withoutThreshold({ plan }: PlanOverview): readonly Remark[] {
  if (plan.gates.implementation.thresholds.length > 0) return [];
  return [
    {
      item: null,
      field: "gates.implementation",
      message: "The second gate has no threshold, so no adoption evidence can open it.",
      mend: 'Set one, as { metric: ttft, at: 14d, op: ">=", value: 0.8 }.',
    },
  ];
}

const readiness = [
  { about: /data|sync|migrat|reconcil/i, name: "data in step with the source" },
  { about: /train|user/i, name: "users trained" },
  { about: /workflow|flow|process|automation/i, name: "workflows firing" },
];

function unreadiness({ plan }: PlanOverview): readonly Remark[] {
  return readiness
    .filter(({ about }) => !plan.gates.delivery.checklist.some((item) => about.test(item)))
    .map(({ name }) => ({
      item: null,
      field: "gates.delivery",
      message: `The checklist of the first gate does not ask for: ${name}.`,
      mend: "Add it, with the evidence it wants.",
    }));
}

const kinds = [
  { kind: "process-map", name: "process map" },
  { kind: "video", name: "sign-off video" },
  { kind: "procedure", name: "updated procedure" },
] as const;

function deliverables({ plan }: PlanOverview): readonly Remark[] {
  return kinds
    .filter(({ kind }) => !plan.deliverables.some((deliverable) => deliverable.kind === kind && deliverable.url !== ""))
    .map(({ name }) => ({
      item: null,
      field: "deliverables",
      message: `The plan holds no ${name}.`,
      mend: "List it with version, link and owner.",
    }));
}
