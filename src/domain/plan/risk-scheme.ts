import type { RiskTag } from "./plan";

/** How a plan weighs its risks and whom it asks; null where it has chosen nothing of its own. */
export interface RiskScheme {
  readonly matrix: {
    readonly likelihoods: readonly string[];
    readonly impacts: readonly string[];
    readonly bands: readonly { readonly name: string; readonly from: number; readonly staleAfterDays: number }[];
  } | null;
  readonly ladders: Readonly<
    Record<
      RiskTag,
      readonly {
        readonly id: string;
        readonly who: "risk-owner" | "project-manager" | "implementation-owner" | "supplier" | "sponsor";
        readonly after: string;
        readonly acts: readonly ("assign" | "mention" | "raise-priority" | "notify" | "steering-agenda")[];
      }[]
    >
  > | null;
}
