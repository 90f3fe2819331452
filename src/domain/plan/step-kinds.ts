/** Who does it: the parties of the contract, or both together. */
export const sides = ["supplier", "buyer", "joint"] as const;
export type Side = (typeof sides)[number];

export const streams = ["technical", "change", "training", "test", "data", "support"] as const;
export type Stream = (typeof streams)[number];

/** What a step is, where a rule depends on it. */
export const stepKinds = [
  "process-design",
  "configuration",
  "integration",
  "data-sprint",
  "unit-test",
  "acceptance-test",
  "tuesday-morning",
  "freeze",
  "refresh",
  "decommission",
] as const;
export type StepKind = (typeof stepKinds)[number];
