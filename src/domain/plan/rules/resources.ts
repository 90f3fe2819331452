import type { Remark, Rule } from "../finding";
import type { PlanOverview } from "../overview";

export const resourceRules: readonly Rule[] = [
  { id: "resource-unbooked", keeps: "M62", level: "warning", check: unbooked },
  { id: "resource-window", keeps: "M7", level: "error", check: windows },
  { id: "resource-phase", keeps: "M7", level: "warning", check: phases },
  { id: "acceptance-no-mirror", keeps: "M33", level: "warning", check: withoutMirror },
];

/** Rooms and people are booked before the contract is signed. */
function unbooked({ plan }: PlanOverview): readonly Remark[] {
  const contract = plan.anchors.contract;
  if (contract === undefined) return [];
  return plan.resources
    .filter(({ kind, booked }) => !booked && (kind === "room" || kind === "person"))
    .map(({ id, title }) => ({
      item: id,
      field: "booked",
      message: `${title} is not booked, and the contract is dated ${contract}.`,
      mend: "Book it before signing.",
    }));
}

function windows({ plan }: PlanOverview): readonly Remark[] {
  return plan.resources
    .filter(({ from, to }) => from !== null && to !== null && to < from)
    .map(({ id, title, from, to }) => ({
      item: id,
      field: "to",
      message: `${title} is there from ${from} to ${to}, which is no time at all.`,
      mend: "Put the days in order.",
    }));
}

/** The DBA of the migration is not the DBA of the training. */
function phases({ plan }: PlanOverview): readonly Remark[] {
  return plan.steps.flatMap((step) =>
    plan.resources
      .filter(
        ({ id, phase }) => phase !== null && step.phase !== null && phase !== step.phase && step.needs.includes(id),
      )
      .map(({ title, phase }) => ({
        item: step.id,
        field: "needs",
        message: `${step.id} needs ${title}, which is there for ${phase} and not for ${step.phase}.`,
        mend: "Extend its window, or do without it.",
      })),
  );
}

function withoutMirror({ plan, work }: PlanOverview): readonly Remark[] {
  const mirrors = new Set(plan.resources.filter(({ mirrorsProduction }) => mirrorsProduction).map(({ id }) => id));
  return work
    .filter(({ kind, needs }) => kind === "acceptance-test" && !needs.some((id) => mirrors.has(id)))
    .map(({ id }) => ({
      item: id,
      field: "needs",
      message: `${id} tests acceptance outside a mirror of production.`,
      mend: "Add the mirror to its needs; users judge what they see.",
    }));
}
