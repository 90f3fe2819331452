import type { editRiskRequest } from "#contract/risks";
import type { z } from "zod";
import { findShown } from "../panel/shown";
import type { Outside } from "../ports";
import { Refusal } from "../refusal";
import { detailProperty } from "../sync/details";
import { detailsOf } from "./risk-words";

/** What Jira has no field for, written on the risk's own work item, as the person: Jira refuses whoever may not edit it. */
export async function editRisk(
  { response, proximity }: z.output<typeof editRiskRequest>,
  outside: Outside,
): Promise<null> {
  const shown = await findShown(outside);
  if (shown === null || shown.identity.kind !== "risk") {
    throw new Refusal("not_found", { message: "This work item is no risk of a plan.", mend: "Open a risk." });
  }
  const { response: _, proximity: __, ...kept } = detailsOf(shown.item);
  const said = { ...(response === "" ? {} : { response }), ...(proximity === null ? {} : { proximity }) };
  const properties = { [detailProperty("risk")]: { version: 1, ...kept, ...said } };
  await outside.jira.updateItem(shown.item.id, { values: {}, properties }, shown.found.mapping);
  return null;
}
