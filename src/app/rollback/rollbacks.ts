import { readerName } from "./reader-name";
import type { RollbacksView, RollbackView } from "#contract/rollbacks";
import type { Rollback } from "#domain/plan/plan";
import { runsOf } from "#domain/rollback/run";
import { lastMoment, rollbackTimes, wayBack } from "#domain/rollback/times";
import { linkedTo } from "../panel/linked-items";
import type { Jira } from "../ports";
import type { RollbackOutside } from "./rollback-ports";
import { openRollbacks, reread } from "./open-rollbacks";
import type { OpenRollbacks } from "./open-rollbacks";
import { readingViews, triggerViews } from "./readings";
import type { Readers } from "./readings";
import { runView } from "./run-view";

/** Every rollback of a plan: how long it takes, when it is too late for it, whether a trigger is met, and how its runs went. */
export async function rollbacks(
  { plan: id }: { readonly plan: string },
  outside: RollbackOutside,
): Promise<RollbacksView> {
  return viewFrom(await openRollbacks(id, outside), outside);
}

/** The same after something was written: what Jira holds is as it was a moment ago, the log is read again. */
export async function viewAfter(open: OpenRollbacks, outside: RollbackOutside): Promise<RollbacksView> {
  return viewFrom(await reread(open, outside), outside);
}

async function viewFrom(open: OpenRollbacks, outside: RollbackOutside): Promise<RollbacksView> {
  const now = outside.clock.now();
  const [nameOf, missing] = await Promise.all([
    namesIn(open, outside.jira),
    outside.jira.missingPermissions({
      accountId: outside.who.accountId,
      spaceId: open.ref.space,
      permissions: ["EDIT_ISSUES"],
    }),
  ]);
  const readers = { nameOf, now, zone: open.plan.zone };
  return {
    zone: open.plan.zone,
    now,
    canEdit: missing.length === 0,
    rollbacks: open.plan.rollbacks.map((rollback) => viewOf(rollback, open, readers)),
  };
}

function viewOf(rollback: Rollback, { plan, items, found, log }: OpenRollbacks, readers: Readers): RollbackView {
  const item = items.get(rollback.id)!;
  return {
    id: rollback.id,
    key: item.key,
    title: item.summary,
    status: item.status.name,
    owner: item.assignee?.name ?? rollback.owner,
    covers: linkedTo(item, { kind: "covers", end: "from", mapping: found.mapping }),
    triggers: triggerViews(rollback, log.readings, readers),
    readings: readingViews(rollback, log.readings, readers),
    runbook: rollback.runbook.map(({ title, owner, duration }) => ({ title, owner, duration })),
    ...rollbackTimes(rollback, plan),
    wayBack: wayBack(lastMoment(rollback, plan), readers.now),
    communication: rollback.communication.map(({ audience, channel, text }) => ({ audience, channel, text })),
    lessons: rollback.lessons,
    runs: runsOf(log.runs)
      .filter((run) => run.rollback === rollback.id && run.status.kind !== "refused")
      .toReversed()
      .map((run) => runView(run, log, readers)),
  };
}

/** People are kept by account, because names change and go; each is asked for once. */
async function namesIn({ log }: OpenRollbacks, jira: Jira): Promise<(accountId: string) => string> {
  const accounts = [...new Set([...log.readings, ...log.runs, ...log.lessons].map(({ by }) => by))];
  const names = new Map(await Promise.all(accounts.map(async (by) => [by, await readerName(by, jira)] as const)));
  return (accountId) => names.get(accountId) ?? "somebody";
}
