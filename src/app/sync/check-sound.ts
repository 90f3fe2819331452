import type { Proposal } from "#domain/sync/propose";
import { Refusal } from "../refusal";

/** Refuses a plan that goes round in a circle, and so much change that somebody must have typed the number first. */
export function checkSound({ cycle, limit }: Proposal, confirmed: number | null): void {
  if (cycle !== null) {
    throw new Refusal("plan_unsound", {
      message: `These steps wait for each other: ${[...cycle, cycle[0]].join(" → ")}.`,
      mend: "Remove one of these dependencies and look at the proposal again.",
    });
  }
  if (limit !== null && confirmed !== limit.touched) {
    throw new Refusal("limit_exceeded", {
      message: `This would change ${limit.touched} of ${limit.existing} existing work items.`,
      mend: `If that is what you want, confirm with the number ${limit.touched}.`,
    });
  }
}
