import type { Plan } from "#domain/plan/plan";
import type { ItemRefusal } from "#domain/sync/item";

/** Links the file speaks of whose other end it does not hold: none can be made, and that is said. */
export function missingEnds(plan: Plan): readonly ItemRefusal[] {
  const known = new Set([...plan.steps, ...plan.risks, ...plan.rollbacks].map(({ id }) => id));
  const ends = [
    ...plan.steps.flatMap(({ id, after, parent }) => [
      ...after.map(({ step }) => ({ item: id, says: "waits for", other: step })),
      ...(parent === null ? [] : [{ item: id, says: "is part of", other: parent }]),
    ]),
    ...plan.risks.flatMap(({ id, threatens }) => threatens.map((other) => ({ item: id, says: "threatens", other }))),
    ...plan.rollbacks.flatMap(({ id, covers }) => covers.map((other) => ({ item: id, says: "covers", other }))),
  ];
  return ends
    .filter(({ other }) => !known.has(other))
    .map(({ item, says, other }) => ({
      item,
      stops: "field",
      message: `${item} ${says} “${other}”, which the plan does not hold; no link is made for it.`,
      mend: `Correct the name, or add “${other}” to the plan.`,
    }));
}
