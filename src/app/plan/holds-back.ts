import type { DependencyType } from "#domain/plan/plan";
import type { Status } from "../ports";

/** Whether a predecessor in this status still keeps a step from starting. A dependency on the end of a step never does. */
export function holdsBack(type: DependencyType, { category }: Pick<Status, "category">): boolean {
  if (type === "FS") return category !== "done";
  return type === "SS" && category === "new";
}
