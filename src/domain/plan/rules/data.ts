import type { Remark, Rule } from "../finding";
import type { PlanOverview } from "../overview";
import { departmentNames } from "./people";

export const dataRules: readonly Rule[] = [
  { id: "data-source-undecided", keeps: "M67", level: "warning", check: undecided },
  { id: "data-source-unaudited", keeps: "M67", level: "hint", check: unaudited },
  { id: "mapping-target", keeps: "M36", level: "error", check: targets },
  { id: "mapping-no-sample", keeps: "M36", level: "warning", check: withoutSample },
  { id: "data-sprint-late", keeps: "M36", level: "warning", check: lateSprint },
  { id: "permission-undecided", keeps: "M69", level: "warning", check: undecidedRights },
  { id: "hidden-process-unasked", keeps: "M91", level: "warning", check: unasked },
];

function undecided({ plan }: PlanOverview): readonly Remark[] {
  return plan.dataSources.flatMap(({ name, disposition, owner }) => {
    const lacks = [disposition === null ? "disposition" : "", owner === null ? "owner" : ""].filter(
      (what) => what !== "",
    );
    return lacks.map((what) => ({
      item: name,
      field: what,
      message: `The data source ${name} has no ${what}.`,
      mend: what === "owner" ? "Name who cleans it." : "Decide: move, purge or restructure.",
    }));
  });
}

function unaudited({ plan }: PlanOverview): readonly Remark[] {
  return plan.dataSources
    .filter(
      ({ accuracy, completeness, duplication }) => accuracy === null || completeness === null || duplication === null,
    )
    .map(({ name }) => ({
      item: name,
      field: "dataSources",
      message: `The data source ${name} is not audited for accuracy, completeness and duplication.`,
      mend: "Draw a sample and enter the three scores.",
    }));
}

/** One field becomes one field. */
function targets({ plan }: PlanOverview): readonly Remark[] {
  const all = plan.mappings.map(({ target }) => target);
  return plan.mappings.flatMap(({ source, target }) => {
    if (target.trim() === "")
      return [
        {
          item: source,
          field: "target",
          message: `${source} is mapped to nothing.`,
          mend: "Name its one target field.",
        },
      ];
    if (all.indexOf(target) === all.lastIndexOf(target)) return [];
    return [
      {
        item: source,
        field: "target",
        message: `${target} is the target of more than one field, ${source} among them.`,
        mend: "Map one to one.",
      },
    ];
  });
}

function withoutSample({ plan }: PlanOverview): readonly Remark[] {
  return plan.mappings
    .filter(({ checkedBy, checkedOn }) => checkedBy === null || checkedOn === null)
    .map(({ source, target }) => ({
      item: source,
      field: "checkedBy",
      message: `Nobody has checked ${source} → ${target} with a real sample.`,
      mend: "Look at real records, then enter who did and when.",
    }));
}

function lateSprint({ plan }: PlanOverview): readonly Remark[] {
  const delivery = plan.anchors.delivery;
  if (delivery === undefined) return [];
  return plan.steps
    .filter(({ kind, start }) => kind === "data-sprint" && start !== null && start.slice(0, 10) >= delivery)
    .map(({ id }) => ({
      item: id,
      field: "start",
      message: `${id} cleans data on or after delivery (${delivery}).`,
      mend: "Finish the shared data sprint before the delivery milestone.",
    }));
}

/** Once somebody has begun the matrix, every role that is taught stands in it with all three rights decided. */
function undecidedRights({ plan }: PlanOverview): readonly Remark[] {
  if (plan.permissions.length === 0) return [];
  const open = plan.permissions.flatMap(({ role, record, ...rights }) => {
    const missing = (["view", "edit", "delete"] as const).filter((right) => rights[right] === null);
    return missing.length === 0 ? [] : [{ role, what: `${missing.join(" or ")} ${record}` }];
  });
  const listed = new Set(plan.permissions.map(({ role }) => role));
  const absent = plan.curricula
    .filter(({ role }) => !listed.has(role))
    .map(({ role }) => ({ role, what: "do anything" }));
  return [...open, ...absent].map(({ role, what }) => ({
    item: role,
    field: "permissions",
    message: `Nobody has decided whether ${role} may ${what}.`,
    mend: "Write true or false for view, edit and delete.",
  }));
}

function unasked({ plan }: PlanOverview): readonly Remark[] {
  return departmentNames(plan)
    .filter(
      (name) => !plan.departments.some((department) => department.name === name && department.hiddenProcesses !== null),
    )
    .map((name) => ({
      item: name,
      field: "hiddenProcesses",
      message: `Nobody has asked ${name} what it does in spreadsheets today.`,
      mend: "Ask, and list it; an empty list is an answer too.",
    }));
}
