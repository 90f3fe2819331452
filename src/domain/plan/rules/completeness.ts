import type { Remark, Rule } from "../finding";
import type { PlanOverview } from "../overview";
import type { Step } from "../plan";

/** The five things every action step has (M3). */
export type Attribute = "description" | "owner" | "timeline" | "dependencies" | "success";

export const attributes: readonly Attribute[] = ["description", "owner", "timeline", "dependencies", "success"];

const mends: Readonly<Record<Attribute, string>> = {
  description: "Say how it is done and how one sees that it is done.",
  owner: "Name the person who answers for it.",
  timeline: "Give it a duration; it starts on its day, from its anchor, or as soon as its predecessors allow.",
  dependencies: "Name what must be done first, or let another step follow it.",
  success: "Write a criterion with a number and a deadline.",
};

export const completenessRules: readonly Rule[] = attributes.map((attribute) => ({
  id: `step-${attribute}`,
  keeps: "M3",
  level: "warning",
  check: (overview) =>
    overview.work
      .filter((step) => missingAttributes(step, overview.followed).includes(attribute))
      .map(remark(attribute)),
}));

/** Which of the five a step lacks. The first step of a plan follows nothing, so being followed is a dependency too. */
export function missingAttributes(step: Step, followed: PlanOverview["followed"]): readonly Attribute[] {
  const has: Readonly<Record<Attribute, boolean>> = {
    description: step.description.trim() !== "",
    owner: step.owner !== null && step.owner.trim() !== "",
    timeline: step.duration !== null,
    dependencies: step.after.length > 0 || followed.has(step.id),
    success: step.success.length > 0,
  };
  return attributes.filter((attribute) => !has[attribute]);
}

function remark(attribute: Attribute): (step: Step) => Remark {
  const name = attribute === "success" ? "success criteria" : attribute;
  return ({ id }) => ({ item: id, field: attribute, message: `${id} has no ${name}.`, mend: mends[attribute] });
}
