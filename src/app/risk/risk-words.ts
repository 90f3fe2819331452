import type { JiraItem } from "../ports";
import { detailProperty, isRecord } from "../sync/details";
import { tagOfOption } from "../sync/native";

/** An unreadable tag counts as before delivery, where it is dealt with sooner. */
export function tagOf(item: JiraItem): "pre-delivery" | "post-delivery" {
  const tag = tagOfOption(item.phase) ?? detailsOf(item)["tag"];
  return tag === "post-delivery" ? "post-delivery" : "pre-delivery";
}

/** A score nobody can read stands in the middle, so that the risk is neither hidden nor shouted. */
export function scoreOf(item: JiraItem, field: "likelihood" | "impact"): number {
  const score = item[field] ?? Number(detailsOf(item)[field]);
  return Number.isInteger(score) && score >= 1 && score <= 5 ? score : 3;
}

export function isOpen({ status }: Pick<JiraItem, "status">): boolean {
  return status.category !== "done";
}

export function detailsOf(item: JiraItem): Readonly<Record<string, unknown>> {
  const property = item.properties[detailProperty("risk")];
  return isRecord(property) ? property : {};
}
