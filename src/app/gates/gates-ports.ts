import type { DeliveryEvidence } from "#domain/governance/gates";
import type { AdoptionOutside, LoadedPlan } from "../adoption-ports";
import type { PlanLog } from "../log";

export interface GatesOutside extends AdoptionOutside {
  readonly delivery: (loaded: LoadedPlan) => Promise<DeliveryEvidence>;
  readonly log: PlanLog;
  /** Of an account. */
  readonly nameOf: (account: string) => Promise<string>;
}
