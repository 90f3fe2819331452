import type { SpaceMapping } from "#domain/setup/mapping";
import type { JiraItem, Outside } from "../ports";
import { Refusal } from "../refusal";
import { identityOf } from "../sync/held";
import { findMapping } from "../sync/space-mapping";

export interface FoundRisk {
  readonly item: JiraItem;
  readonly mapping: SpaceMapping;
}

/** A risk of some plan, by its key, as the person may see it. Any other work item is none of this app's business. */
export async function findRisk(key: string, outside: Outside): Promise<FoundRisk> {
  const [item] = await outside.jira.fetchItems([key], null);
  const mapping = item === undefined ? null : await findMapping(outside.settings, item.spaceId);
  if (item !== undefined && mapping !== null && identityOf(item, mapping)?.kind === "risk") return { item, mapping };
  throw new Refusal("not_found", {
    message: `Jira shows you no risk ${key} of a plan.`,
    mend: "Load the board again; the risk may have been deleted or moved.",
  });
}
