import type { Change, Outside } from "../ports";
import { detailProperty } from "../sync/details";
import { optionOfTag } from "../sync/native";
import { findRisk } from "./find-risk";
import type { FoundRisk } from "./find-risk";
import { detailsOf } from "./risk-words";

export interface RetagRequest {
  readonly key: string;
  readonly tag: "pre-delivery" | "post-delivery";
}

/** Moves a risk to the other side of delivery, as the person: Jira itself refuses whoever may not edit it. */
export async function retagRisk({ key, tag }: RetagRequest, outside: Outside): Promise<null> {
  const risk = await findRisk(key, outside);
  await outside.jira.updateItem(risk.item.id, changeTo(tag, risk), risk.mapping);
  return null;
}

/** The tag has one home: the space's own field, or the work item's property where the space has none. */
function changeTo(tag: RetagRequest["tag"], { item, mapping }: FoundRisk): Change {
  if (mapping.fields.phase !== null) return { values: { phase: optionOfTag(tag) }, properties: {} };
  return { values: {}, properties: { [detailProperty("risk")]: { version: 1, ...detailsOf(item), tag } } };
}
