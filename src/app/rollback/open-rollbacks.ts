import type { Rollback } from "#domain/plan/plan";
import { planPart } from "../plan/plan-part";
import type { PlanPart } from "../plan/plan-part";
import type { JiraItem } from "../ports";
import { Refusal } from "../refusal";
import { mayDo } from "../sync/may-write";
import { readLog } from "./read-log";
import type { ReadLog } from "./read-log";
import type { RollbackOutside } from "./rollback-ports";

export interface OpenRollbacks extends PlanPart {
  readonly log: ReadLog;
}

/** The rollbacks of a plan and what happened to them, as far as Jira shows them to whoever asks. */
export async function openRollbacks(id: string, outside: RollbackOutside): Promise<OpenRollbacks> {
  const { plan, ...part } = await planPart(id, "rollback", outside);
  const log = await readLog(outside.log, part.ref);
  // A rollback that Jira does not show this person is none of theirs.
  return { ...part, log, plan: { ...plan, rollbacks: plan.rollbacks.filter((one) => part.items.has(one.id)) } };
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
