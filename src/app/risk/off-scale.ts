import type { Matrix } from "#domain/risk/matrix";
import { Refusal } from "../refusal";

export function offScale({ likelihoods, impacts }: Matrix): Refusal {
  return new Refusal("bad_request", {
    message: "This score is not on the scales of the plan.",
    mend: `Likelihood goes to ${likelihoods.length}, impact to ${impacts.length}.`,
  });
}
