import type { Remark, Rule } from "../finding";
import type { PlanOverview } from "../overview";
import type { Affects, Plan, Trigger, TriggerReading } from "../plan";
import { findCycle } from "../cycle";
import { departmentNames } from "./people";

export const rollbackRules: readonly Rule[] = [
  { id: "rollback-missing", keeps: "M13", level: "error", check: withoutRollback },
  { id: "rollback-no-trigger", keeps: "M10", level: "warning", check: withoutTrigger },
  { id: "rollback-trigger-unit", keeps: "M10", level: "error", check: withoutUnit },
  { id: "rollback-no-runbook", keeps: "M11", level: "warning", check: withoutRunbook },
  { id: "rollback-runbook-incomplete", keeps: "M11", level: "warning", check: incompleteRunbook },
  { id: "rollback-runbook-cycle", keeps: "M11", level: "error", check: runbookCycle },
  { id: "rollback-no-communication", keeps: "M12", level: "warning", check: withoutCommunication },
  { id: "rollback-covers-nothing", keeps: "M11", level: "hint", check: coversNothing },
  { id: "audience-missing", keeps: "M14", level: "warning", check: unheard },
];

/** M13: a rollback plan is needed as soon as one of the three is touched. */
export function needsRollback(affects: Affects): boolean {
  return affects.liveSystems || affects.productionData || affects.businessOperations;
}

function withoutRollback({ plan }: PlanOverview): readonly Remark[] {
  if (!needsRollback(plan.affects) || plan.rollbacks.length > 0) return [];
  const touched = [
    plan.affects.liveSystems ? "live systems" : "",
    plan.affects.productionData ? "production data" : "",
    plan.affects.businessOperations ? "business operations" : "",
  ].filter((what) => what !== "");
  return [
    {
      item: null,
      field: "rollbacks",
      message: `The plan touches ${touched.join(" and ")} and has no rollback.`,
      mend: "Write a rollback with triggers, a runbook and who is told.",
    },
  ];
}

function withoutTrigger({ plan }: PlanOverview): readonly Remark[] {
  return lacking(plan, ({ triggers }) => triggers.length === 0, {
    field: "triggers",
    message: "does not say when it is used.",
    mend: "Add a reading with its limit, as downtime > 4 h.",
  });
}

/** “4” has once meant hours to one and minutes to another. */
function withoutUnit({ plan }: PlanOverview): readonly Remark[] {
  return plan.rollbacks.flatMap(({ id, triggers }) =>
    triggers
      .flatMap(readingsIn)
      .filter(({ unit }) => unit.trim() === "")
      .map(({ reading, op, value }) => ({
        item: id,
        field: "triggers",
        message: `"${reading} ${op} ${value}" has no unit.`,
        mend: `Write it with its unit, as ${value} h or ${value} %; for a plain count say what is counted.`,
      })),
  );
}

function readingsIn(trigger: Trigger): readonly TriggerReading[] {
  if (trigger.kind === "reading") return [trigger];
  return trigger.of.flatMap((part) => (typeof part === "string" ? [] : readingsIn(part)));
}

function withoutRunbook({ plan }: PlanOverview): readonly Remark[] {
  return lacking(plan, ({ runbook }) => runbook.length === 0, {
    field: "runbook",
    message: "has no runbook.",
    mend: "List what is done, in order, with owners and minutes.",
  });
}

function withoutCommunication({ plan }: PlanOverview): readonly Remark[] {
  return lacking(plan, ({ communication }) => communication.length === 0, {
    field: "communication",
    message: "tells nobody.",
    mend: "Say who hears what, and through which channel.",
  });
}

function coversNothing({ plan }: PlanOverview): readonly Remark[] {
  return lacking(plan, ({ covers }) => covers.length === 0, {
    field: "covers",
    message: "covers no step, so its point of no return cannot be worked out.",
    mend: "Name the steps it undoes.",
  });
}

function lacking(
  plan: Plan,
  lacks: (rollback: Plan["rollbacks"][number]) => boolean,
  said: { readonly field: string; readonly message: string; readonly mend: string },
): readonly Remark[] {
  return plan.rollbacks.filter(lacks).map((rollback) => ({
    item: rollback.id,
    field: said.field,
    message: `${rollback.title || rollback.id} ${said.message}`,
    mend: said.mend,
  }));
}

function incompleteRunbook({ plan }: PlanOverview): readonly Remark[] {
  return plan.rollbacks.flatMap(({ id, runbook }) =>
    runbook
      .filter(({ owner, duration }) => owner === null || duration === null)
      .map((step) => ({
        item: id,
        field: "runbook",
        message: `"${step.title}" has no ${step.owner === null ? "owner" : "duration"}.`,
        mend: "Without owners and minutes nobody knows when it is too late to turn back.",
      })),
  );
}

function runbookCycle({ plan }: PlanOverview): readonly Remark[] {
  return plan.rollbacks.flatMap(({ id, runbook }) => {
    const after = new Map(runbook.map((step) => [step.id, step.after]));
    const cycle = findCycle([...after.keys()], (step) => after.get(step) ?? []);
    if (!cycle) return [];
    return [
      {
        item: id,
        field: "runbook",
        message: `The runbook goes in a circle: ${cycle.join(" → ")}.`,
        mend: "Break the circle.",
      },
    ];
  });
}

/** Each department that goes live hears of it beforehand. */
function unheard({ plan }: PlanOverview): readonly Remark[] {
  const heard = plan.communication.map(({ audience }) => audience.toLowerCase());
  return departmentNames(plan)
    .filter(
      (name) => !heard.some((audience) => audience.includes(name.toLowerCase()) || /\b(all|every)/.test(audience)),
    )
    .map((name) => ({
      item: name,
      field: "communication",
      message: `Nobody tells ${name} what changes.`,
      mend: "Add who tells them what, and when before go-live.",
    }));
}
