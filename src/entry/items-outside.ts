import { itemReader } from "#adapters/jira/item-reader";
import { forgeEventQueue } from "#adapters/queue/event-queue";
import { preparedDatabase } from "#adapters/store/prepared";
import { rosterIn } from "#adapters/store/roster";
import type { Outside } from "#app/ports";
import type { ItemsOutside } from "#app/work-items/work-item-ports";
import { adoptionOutside } from "./adoption-outside";
import { jiraClients } from "./outside";

/** The ports of what is counted from work items and read from groups. */
export function itemsOutside(outside: Outside): ItemsOutside {
  const { person, app } = jiraClients();
  const readerAsApp = itemReader(app);
  return {
    ...adoptionOutside(outside),
    jira: outside.jira,
    jiraAsApp: outside.jiraAsApp,
    // A job of the app itself has nobody else's eyes.
    reader: outside.who.accountId === "" ? readerAsApp : itemReader(person),
    readerAsApp,
    roster: rosterIn(preparedDatabase),
    queue: forgeEventQueue,
    isOver: () => outside.clock.now() >= outside.deadline,
  };
}
