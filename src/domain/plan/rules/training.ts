import type { Remark, Rule } from "../finding";
import type { PlanOverview } from "../overview";

export const trainingRules: readonly Rule[] = [
  { id: "role-no-curriculum", keeps: "M70", level: "warning", check: withoutCurriculum },
  { id: "training-late", keeps: "M70", level: "warning", check: late },
  { id: "role-no-own-module", keeps: "M38", level: "hint", check: withoutOwn },
  { id: "refresh-missing", keeps: "M40", level: "hint", check: withoutRefresh },
];

function withoutCurriculum({ plan, work }: PlanOverview): readonly Remark[] {
  if (plan.curricula.length === 0) {
    if (!work.some(({ stream }) => stream === "training")) return [];
    const message = "People are trained, and no role has a curriculum.";
    return [
      { item: null, field: "curricula", message, mend: "Say for each role what it receives and what it then owns." },
    ];
  }
  return plan.curricula
    .filter(({ receive, own }) => receive.length + own.length === 0)
    .map(({ role }) => ({
      item: role,
      field: "curricula",
      message: `${role} has an empty curriculum.`,
      mend: "Add its modules.",
    }));
}

/** A first session on the day of go-live is too late already. */
function late({ plan }: PlanOverview): readonly Remark[] {
  const live = [plan.anchors.golive, ...plan.waves.map(({ golive }) => golive)].filter(
    (day) => day !== null && day !== undefined,
  );
  const last = live.toSorted().at(-1);
  return plan.curricula.flatMap(({ role, firstSession }) =>
    last === undefined || firstSession === null || firstSession < last
      ? []
      : [
          {
            item: role,
            field: "firstSession",
            message: `${role} is first trained on ${firstSession}, and everybody is live by ${last}.`,
            mend: "Train before go-live, on the real process.",
          },
        ],
  );
}

function withoutOwn({ plan }: PlanOverview): readonly Remark[] {
  return plan.curricula
    .filter(({ own }) => own.length === 0)
    .map(({ role }) => ({
      item: role,
      field: "own",
      message: `${role} only receives training.`,
      mend: "Add what the role must then do and teach on its own.",
    }));
}

function withoutRefresh({ plan, work }: PlanOverview): readonly Remark[] {
  if (!work.some(({ stream }) => stream === "training")) return [];
  const count = work.filter(({ kind }) => kind === "refresh").length;
  if (count >= 3) return [];
  return [
    {
      item: null,
      field: "steps",
      message: `The plan refreshes training ${count === 0 ? "never" : `${count} of 3 times`}; memory drops once the trainers leave.`,
      mend: `Add refreshes at day 3, week 3 and month 3 after training ends${plan.anchors.trainingEnd ? ` on ${plan.anchors.trainingEnd}` : ""}.`,
    },
  ];
}
