import type { Reason, Verdict } from "./verdict";

const reasons: Readonly<Record<Reason, string>> = {
  threshold: "the threshold is not met",
  trend: "no fall is proven yet",
  "insufficient-n": "too few people to tell",
  "insufficient-weeks": "too few complete weeks",
  "stale-data": "the data is too old",
  guard: "too few people are at work in it",
  undefined: "it cannot be worked out yet",
  "no-evidence": "no evidence yet",
  "no-decision": "a threshold was made easier and nobody answers for it",
};

/** Why a verdict is red, in words; null for green. */
export function sayReason(verdict: Verdict): string | null {
  return verdict.reason === null ? null : reasons[verdict.reason];
}
