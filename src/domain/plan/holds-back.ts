import type { DependencyType } from "./plan";

/** Whether a predecessor in this kind of status still keeps a step from starting. A dependency on the end of a step never does. */
export function holdsBack(
  type: DependencyType,
  { category }: { readonly category: "new" | "indeterminate" | "done" },
): boolean {
  if (type === "FS") return category !== "done";
  return type === "SS" && category === "new";
}
