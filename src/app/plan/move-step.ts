import type { z } from "zod";
import type { stepStatusRequest } from "#contract/plan-page";
import type { Outside } from "../ports";
import { Refusal } from "../refusal";
import { identityOf } from "../sync/held";
import { findMapping } from "../sync/space-mapping";

/** Takes a step to another status along the space's own workflow, as the person: at once, as on the board. */
export async function moveStep({ key, status }: z.output<typeof stepStatusRequest>, outside: Outside): Promise<null> {
  const [item] = await outside.jira.fetchItems([key], null);
  const mapping = item === undefined ? null : await findMapping(outside.settings, item.spaceId);
  if (item === undefined || mapping === null || identityOf(item, mapping)?.kind !== "step") {
    throw new Refusal("not_found", {
      message: `Jira shows you no step ${key} of a plan.`,
      mend: "Load the plan again; the step may have been deleted or moved.",
    });
  }
  if (item.status.id === status) return null;
  if ((await outside.jira.moveTo(item.id, status)) === "moved") return null;
  const statuses = await outside.jira.statuses(mapping.space.id, mapping.types.step.id);
  const name = statuses.find(({ id }) => id === status)?.name ?? status;
  throw new Refusal("jira_refused", {
    message: `The workflow of ${key} gives you no way from “${item.status.name}” to “${name}”.`,
    mend: "Choose another status, or ask the space's administrator for the transition.",
  });
}
