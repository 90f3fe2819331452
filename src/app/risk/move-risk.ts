import { Refusal } from "../refusal";
import type { Outside } from "../ports";
import { findRisk } from "./find-risk";

export interface MoveRequest {
  readonly key: string;
  /** Id or name of the status to move to. */
  readonly status: string;
}

/** Takes a risk to another status along the space's own workflow, as the person. */
export async function moveRisk({ key, status }: MoveRequest, outside: Outside): Promise<null> {
  const { item, mapping } = await findRisk(key, outside);
  const statuses = await outside.jira.statuses(mapping.space.id, mapping.types.risk.id);
  const target = statuses.find(({ id }) => id === status) ?? statuses.find(({ name }) => name === status);
  if (target?.id === item.status.id) return null;
  const moved = target === undefined ? "no-transition" : await outside.jira.moveTo(item.id, target.id);
  if (moved === "moved") return null;
  throw new Refusal("jira_refused", {
    message: `The workflow of ${key} gives you no way from “${item.status.name}” to “${target?.name ?? status}”.`,
    mend: "Choose another status, or ask the space's administrator for the transition.",
  });
}
