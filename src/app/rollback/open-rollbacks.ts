import type { Plan, Rollback } from "#domain/plan/plan";
import { openPlan } from "../plan/find-plan";
import type { FoundPlan } from "../plan/find-plan";
import { planIssues } from "../plan/plan-issues";
import type { JiraItem } from "../ports";
import { Refusal } from "../refusal";
import { snapshotOf } from "../sync/held";
import { holdingsOf } from "../sync/holdings";
import { mayDo } from "../sync/may-write";
import { readItems } from "../sync/read-items";
import { rebuild } from "../sync/rebuild";
import type { PlanRef } from "../sync/run-ports";
import type { RollbackOutside } from "./log";
import { readLog } from "./read-log";
import type { ReadLog } from "./read-log";

export interface OpenRollbacks {
  readonly found: FoundPlan;
  readonly ref: PlanRef;
  /** The plan's head and its rollbacks, without steps and risks. */
  readonly plan: Plan;
  /** Work items by the plan's own ids; a rollback that Jira does not show this person is not among them. */
  readonly items: ReadonlyMap<string, JiraItem>;
  readonly log: ReadLog;
}

/** The rollbacks of a plan and what happened to them, as far as Jira shows them to whoever asks. */
export async function openRollbacks(id: string, outside: RollbackOutside): Promise<OpenRollbacks> {
  const found = await openPlan(id, outside);
  const { mapping } = found;
  const ref = { space: mapping.space.id, plan: id };
  const [own, log] = await Promise.all([
    planIssues(found, "rollback", outside).then((issues) => readItems(outside.jira, issues, mapping)),
    readLog(outside.log, ref),
  ]);
  const snapshot = snapshotOf([found.item, ...own], id, mapping);
  const byIssue = new Map(own.map((item) => [item.id, item]));
  const items = new Map(
    snapshot.items.flatMap((held) => {
      const item = byIssue.get(held.issue);
      return item === undefined ? [] : [[held.id, item] as const];
    }),
  );
  const plan = rebuild(id, holdingsOf(snapshot));
  return { found, ref, plan: { ...plan, rollbacks: plan.rollbacks.filter((one) => items.has(one.id)) }, items, log };
}

export async function reread<T extends OpenRollbacks>(open: T, outside: RollbackOutside): Promise<T> {
  return { ...open, log: await readLog(outside.log, open.ref) };
}

export interface OneRollback extends OpenRollbacks {
  readonly rollback: Rollback;
  readonly item: JiraItem;
}

export interface Asked {
  readonly plan: string;
  readonly rollback: string;
}

/** One rollback, for somebody who may change it: whoever may edit the work item may say how it goes. */
export async function openForWriting(asked: Asked, outside: RollbackOutside): Promise<OneRollback> {
  const open = await openRollbacks(asked.plan, outside);
  const rollback = open.plan.rollbacks.find(({ id }) => id === asked.rollback);
  const item = open.items.get(asked.rollback);
  if (rollback === undefined || item === undefined) {
    throw new Refusal("not_found", {
      message: `Jira shows you no rollback “${asked.rollback}” of this plan.`,
      mend: "Load the page again; it may have been deleted or moved.",
    });
  }
  await mayDo(outside.jira, { accountId: outside.who.accountId, spaceId: open.ref.space }, ["EDIT_ISSUES"]);
  return { ...open, rollback, item };
}
