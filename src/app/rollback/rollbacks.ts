import type { RollbacksView } from "#contract/rollbacks";
import { timesAt, triggerText } from "../panel/rollback-panel";
import { livePlan } from "../plan/live-plan";
import type { Outside } from "../ports";

/** Every rollback of a plan, with how long it takes and when it is too late for it. */
export async function rollbacks({ plan: id }: { readonly plan: string }, outside: Outside): Promise<RollbacksView> {
  const { plan, items } = await livePlan(id, outside);
  const itemOf = (item: string): { key: string | null; title: string } => {
    const found = items.get(item);
    return { key: found?.key ?? null, title: found?.summary ?? item };
  };
  return {
    zone: plan.zone,
    rollbacks: plan.rollbacks.map((rollback) => ({
      id: rollback.id,
      ...itemOf(rollback.id),
      status: items.get(rollback.id)?.status.name ?? null,
      owner: rollback.owner,
      covers: rollback.covers.map(itemOf),
      triggers: rollback.triggers.map(triggerText),
      runbook: rollback.runbook.map(({ title, owner, duration }) => ({ title, owner, duration })),
      ...timesAt(rollback, plan, outside.clock.now()),
      communication: rollback.communication.map(({ audience, channel, text }) => ({ audience, channel, text })),
    })),
  };
}
