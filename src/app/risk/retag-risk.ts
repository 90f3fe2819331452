import type { Outside } from "../ports";
import { optionOfTag } from "../sync/native";
import { detailsOf } from "./risk-board";
import { findRisk } from "./find-risk";

export interface RetagRequest {
  readonly key: string;
  readonly tag: "pre-delivery" | "post-delivery";
}

/** Moves a risk to the other side of delivery, as the person: Jira itself refuses whoever may not edit it. */
export async function retagRisk({ key, tag }: RetagRequest, outside: Outside): Promise<null> {
  const { item, mapping } = await findRisk(key, outside);
  const retagged = { by: outside.who.accountId, at: outside.clock.now() };
  const tagHere = mapping.fields.phase === null ? { tag } : {};
  const details = { version: 1, ...detailsOf(item), ...tagHere, retagged };
  const values = mapping.fields.phase === null ? {} : { phase: optionOfTag(tag) };
  await outside.jira.updateItem(item.id, { values, properties: { "uptake.risk": details } }, mapping);
  return null;
}
