import type { SpaceMapping } from "#domain/setup/mapping";
import { isUnderPlan } from "./plan-level";

const kinds = ["step", "risk", "rollback"] as const;

/** The fields of a plan's items that have a place of their own in Jira here. The rest lives in the items' properties. */
export function nativeFields(mapping: SpaceMapping): readonly string[] {
  const { phase, likelihood, impact, exposure, start, due } = mapping.fields;
  const mapped = Object.entries({ tag: phase, likelihood, impact, exposure, day: start, due });
  const custom = mapped.flatMap(([field, id]) => (id === null ? [] : [field]));
  const hangs = kinds.some((kind) => isUnderPlan(kind, mapping));
  return ["summary", "description", "assignee", ...(hangs ? ["under"] : []), ...custom];
}

/** The options of the Delivery phase field. */
const words = { "pre-delivery": "Pre-delivery", "post-delivery": "Post-delivery" } as const;

export function optionOfTag(tag: string): string {
  return tag === "post-delivery" ? words["post-delivery"] : words["pre-delivery"];
}

/** Whatever else somebody has added to the field is kept as it is written, and no plan can hold it. */
export function tagOfOption(option: string | null): string | null {
  if (option === words["pre-delivery"]) return "pre-delivery";
  return option === words["post-delivery"] ? "post-delivery" : option;
}
