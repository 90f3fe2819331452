import { findDuration } from "#domain/calendar/duration";
import type { Remark, Rule } from "../finding";
import type { PlanOverview } from "../overview";
import { anchorDay } from "../anchor-day";
import { stepDay } from "../step-day";
import type { Constraint } from "../step-timing";
import { isIdle } from "../step-timing";
import type { TuesdayFault } from "../tuesday";
import { proposeTuesdays, tuesdayFaults } from "../tuesday";

export const timingRules: readonly Rule[] = [
  { id: "tuesday-test", keeps: "M34", level: "warning", check: tuesdays },
  { id: "freeze", keeps: "M37", level: "warning", check: freezes },
  { id: "start-twice", keeps: "M5", level: "warning", check: startTwice },
  { id: "constraint-idle", keeps: "M6", level: "warning", check: idleConstraints },
];

const said: Readonly<Record<TuesdayFault, string>> = {
  "not-tuesday": "is not on a Tuesday",
  holiday: "falls on a day off",
  departments: "does not take exactly one department",
  "before-delivery": "comes before delivery",
  "after-golive": "comes after go-live",
  "four-hours": "does not take four hours",
};

function tuesdays({ plan, work }: PlanOverview): readonly Remark[] {
  return work
    .filter(({ kind }) => kind === "tuesday-morning")
    .flatMap((step) =>
      tuesdayFaults(plan, step).map((fault) => {
        const [first] = proposeTuesdays(plan, step.wave);
        const mend =
          fault === "departments"
            ? "Name one department."
            : fault === "four-hours"
              ? "Give it 4h."
              : `Move it to ${first ?? "a Tuesday between delivery and go-live"}.`;
        return { item: step.id, field: "start", message: `${step.id} ${said[fault]}.`, mend };
      }),
    );
}

/** Legacy stays frozen for 48 elapsed hours after the migration and before the launch; working hours would thaw it too late or too early. */
function freezes({ plan, work, steps }: PlanOverview): readonly Remark[] {
  return work
    .filter(({ kind }) => kind === "freeze")
    .flatMap((step) => {
      const length = step.duration === null ? null : findDuration(step.duration);
      const golive = anchorDay(plan, "golive", step.wave);
      const day = stepDay(plan, step);
      const follows = step.after.some(
        ({ step: id }) =>
          /migrat|load|export|import/i.test(`${id} ${steps.get(id)?.title ?? ""}`) || steps.get(id)?.stream === "data",
      );
      const faults = [
        length !== null && length.elapsedMinutes >= 48 * 60
          ? null
          : {
              field: "duration",
              message: "does not last 48 elapsed hours",
              mend: "Give it 2ed; elapsed hours pass at night too.",
            },
        follows
          ? null
          : {
              field: "after",
              message: "does not follow the migration",
              mend: "Let it follow the step that moves the data.",
            },
        day !== null && golive !== null && day > golive
          ? { field: "start", message: "begins after go-live", mend: "Freeze before the launch." }
          : null,
      ];
      return faults.flatMap((fault) =>
        fault ? [{ item: step.id, field: fault.field, message: `${step.id} ${fault.message}.`, mend: fault.mend }] : [],
      );
    });
}

function startTwice({ plan }: PlanOverview): readonly Remark[] {
  return plan.steps
    .filter(({ start, anchor }) => start !== null && anchor !== null)
    .map(({ id }) => ({
      item: id,
      field: "start",
      message: `${id} has a day and an anchor; the day wins.`,
      mend: "Keep the anchor if the step moves with it, the day if it does not.",
    }));
}

function idleConstraints({ plan }: PlanOverview): readonly Remark[] {
  return plan.steps.filter(isIdle).flatMap(({ id, start, anchor, constraint }) => {
    if (constraint === null) return [];
    const hasDay = start !== null || anchor !== null;
    const message = hasDay
      ? `${id} has a day and is ${spoken(constraint)}; the day wins.`
      : `${id} is ${spoken(constraint)}, and has no day.`;
    const mend = hasDay ? "Keep one of the two." : "Give it a start, or drop the constraint.";
    return [{ item: id, field: "constraint", message, mend }];
  });
}

function spoken(constraint: Constraint): string {
  return `under the constraint ${constraint.kind}${"on" in constraint ? ` ${constraint.on}` : ""}`;
}
