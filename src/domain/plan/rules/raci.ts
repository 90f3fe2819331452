import type { Remark, Rule } from "../finding";
import type { PlanOverview } from "../overview";
import { namingOf } from "../person";
import { isTask, raciTasks } from "../raci-tasks";

export const raciRules: readonly Rule[] = [
  { id: "raci-row-missing", keeps: "M26", level: "warning", check: missingRows },
  { id: "raci-accountable", keeps: "M26", level: "error", check: accountable },
  { id: "raci-not-a-person", keeps: "M27", level: "error", check: notPeople },
  { id: "raci-task-twice", keeps: "M26", level: "error", check: twice },
];

function missingRows({ plan }: PlanOverview): readonly Remark[] {
  return raciTasks
    .filter((task) => !plan.raci.some((row) => isTask(row, task)))
    .map(({ task, title }) => ({
      item: task,
      field: "raci",
      message: `The RACI has no row for "${title}".`,
      mend: `Add the row ${task} with one accountable person.`,
    }));
}

function accountable({ plan }: PlanOverview): readonly Remark[] {
  return plan.raci.flatMap(({ task, accountable }) => {
    const count = accountable === null || accountable.trim() === "" ? 0 : namingOf(accountable) === "several" ? 2 : 1;
    if (count === 1) return [];
    const message =
      count === 0 ? `Nobody is accountable for "${task}".` : `More than one person is accountable for "${task}".`;
    return [
      {
        item: task,
        field: "accountable",
        message,
        mend: "Exactly one person is accountable; the others are responsible.",
      },
    ];
  });
}

function notPeople({ plan }: PlanOverview): readonly Remark[] {
  return plan.raci.flatMap((row) => {
    const cells = [
      ...(row.accountable === null ? [] : [row.accountable]),
      ...row.responsible,
      ...row.consulted,
      ...row.informed,
    ];
    return [...new Set(cells)]
      .filter((name) => namingOf(name) !== "account")
      .map((name) => ({
        item: row.task,
        field: "raci",
        message: `"${name}" in the row "${row.task}" is no account Jira knows.`,
        mend: "Name the person by e-mail or account id; a role signs nothing.",
      }));
  });
}

function twice({ plan }: PlanOverview): readonly Remark[] {
  const tasks = plan.raci.map(({ task }) => task);
  return [...new Set(tasks.filter((task, at) => tasks.indexOf(task) !== at))].map((task) => ({
    item: task,
    field: "raci",
    message: `The RACI has more than one row for "${task}".`,
    mend: "Keep one.",
  }));
}
