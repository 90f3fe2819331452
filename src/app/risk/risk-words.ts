import { z } from "zod";
import type { Assessment } from "#domain/risk/matrix";
import type { JiraItem } from "../ports";
import { detailProperty, isRecord } from "../sync/details";
import { tagOfOption } from "../sync/native";

/** An unreadable tag counts as before delivery, where it is dealt with sooner. */
export function tagOf(item: JiraItem): "pre-delivery" | "post-delivery" {
  const tag = tagOfOption(item.phase) ?? detailsOf(item)["tag"];
  return tag === "post-delivery" ? "post-delivery" : "pre-delivery";
}

/** The score with the response in place; null while nobody has given one, or it cannot be read. */
export function residualOf(item: JiraItem): Assessment | null {
  const read = residual.safeParse(detailsOf(item)["residual"]);
  return read.success ? read.data : null;
}

const place = z.int().min(1).max(10);
const residual = z.object({ likelihood: place, impact: place });

/** What counts today. */
export function currentScore(item: JiraItem): Assessment {
  return residualOf(item) ?? { likelihood: scoreOf(item, "likelihood"), impact: scoreOf(item, "impact") };
}

/** A score nobody can read stands in the middle, so that the risk is neither hidden nor shouted. */
export function scoreOf(item: JiraItem, field: "likelihood" | "impact"): number {
  const score = item[field] ?? Number(detailsOf(item)[field]);
  return Number.isInteger(score) && score >= 1 && score <= 10 ? score : 3;
}

export function isOpen({ status }: Pick<JiraItem, "status">): boolean {
  return status.category !== "done";
}

export function detailsOf(item: JiraItem): Readonly<Record<string, unknown>> {
  const property = item.properties[detailProperty("risk")];
  return isRecord(property) ? property : {};
}
