import type { Remark, Rule } from "../finding";
import type { PlanOverview } from "../overview";
import type { Criterion, Step } from "../plan";

export const criterionRules: readonly Rule[] = [
  { id: "criterion-unmeasurable", keeps: "M8", level: "warning", check: unmeasurable },
  { id: "criterion-no-deadline", keeps: "M8", level: "warning", check: withoutDeadline },
  { id: "criterion-impossible", keeps: "M8", level: "error", check: impossible },
];

/** Words that name a feeling or a wish; a number behind them measures nothing unless it has a unit. */
const wish =
  /\b(success(ful(ly)?)?|satisf(ied|action)|happy|good|better|quality|smooth(ly)?|works?|properly|easy|fast|ready|ok|adequate|sufficient|acceptable|well)\b/i;

function unmeasurable(overview: PlanOverview): readonly Remark[] {
  return criteria(overview)
    .filter(
      ({ criterion }) =>
        criterion.unit === "" && (wish.test(criterion.measure) || !/\s/.test(criterion.measure.trim())),
    )
    .map(({ step, criterion }) => ({
      item: step.id,
      field: "success",
      message: `Nobody can measure "${criterion.measure}" as it stands.`,
      mend: "Say what is counted, and in which unit.",
    }));
}

function withoutDeadline(overview: PlanOverview): readonly Remark[] {
  return criteria(overview)
    .filter(({ criterion }) => criterion.by === null)
    .map(({ step, criterion }) => ({
      item: step.id,
      field: "success",
      message: `"${criterion.measure}" has no deadline${criterion.holds === "throughout" ? ", so its window never closes" : ""}.`,
      mend: "Give it a day, or an anchor as { golive: 5d }.",
    }));
}

function impossible(overview: PlanOverview): readonly Remark[] {
  return criteria(overview).flatMap(({ step, criterion }) =>
    cannotBeMet(criterion)
      ? [
          {
            item: step.id,
            field: "success",
            message: `"${criterion.measure} ${criterion.op} ${criterion.value} %" can never be met.`,
            mend: "A share lies between 0 and 100 %.",
          },
        ]
      : [],
  );
}

function cannotBeMet({ unit, op, value }: Criterion): boolean {
  if (unit.trim() !== "%") return false;
  if (op === ">") return value >= 100;
  if (op === "<") return value <= 0;
  return op === ">=" ? value > 100 : op === "<=" ? value < 0 : value < 0 || value > 100;
}

function criteria({ plan }: PlanOverview): readonly { readonly step: Step; readonly criterion: Criterion }[] {
  return plan.steps.flatMap((step) => step.success.map((criterion) => ({ step, criterion })));
}
