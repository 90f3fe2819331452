import { ticketOf } from "#domain/adoption/happenings";
import { lookJql } from "#domain/adoption/work-item-jql";
import { itemSources } from "./kept-sources";
import { overlapMs, readLook } from "./look-state";
import type { ItemsOutside } from "./work-item-ports";

/** Whether Jira's index is believed about what has just changed: only when somebody says so. */
type Trust = "older" | "everything";

/**
 * J5: tickets of a plan are what its definitions find today: one that was marked as spam or a duplicate, moved away or deleted, is none
 * any more. What changed within the last looks is left alone, because the index may not know it yet.
 */
export async function withdrawTickets(plan: string, outside: ItemsOutside, trust: Trust = "older"): Promise<void> {
  const { settings, readerAsApp, roster, facts, now } = outside;
  const spared = trust === "everything" ? Infinity : now - overlapMs;
  const found = new Set<string>();
  for (const { id, counting } of await itemSources(plan, settings)) {
    if (counting.counts !== "ticket") continue;
    for (const item of await readerAsApp.ids(lookJql(counting.jql, null))) found.add(ticketOf(item));
    for (const [item, updatedAt] of (await readLook(id, settings)).seen) {
      if (updatedAt >= spared) found.add(ticketOf(item));
    }
  }
  const gone = (await roster.tickets(plan, ticketOf(""))).filter((ticket) => !found.has(ticket));
  if (gone.length === 0) return;
  await roster.dropTickets(plan, gone);
  await facts.dropSnapshots(plan);
}
