import { z } from "zod";
import type { EasierView, MetricView, WeekView, GateSummary } from "./adoption";

/** Saved with the gadget: versioned, so that an upgrade can still read what an older release wrote. */
export const gadgetConfig = z.object({
  version: z.literal(1),
  plan: z.string(),
  wave: z.string().nullable(),
  cards: z.array(z.enum(["ttft", "hdr", "trend", "concentration", "adoption-rate", "gate"])).min(1),
  /** How many of the latest weeks its small charts show; null for all. */
  weeks: z.number().int().min(2).max(52).nullable().default(null),
});

export const gadgetRequest = z.object({ config: gadgetConfig });

/** All gadgets of a dashboard in one call; each gets its own answer. */
export const gadgetsRequest = z.object({ configs: z.array(gadgetConfig).min(1).max(20) });

export interface GadgetView {
  readonly plan: string;
  /** Where the plan's page is. */
  readonly spaceKey: string;
  readonly title: string;
  readonly wave: string | null;
  readonly ageHours: number | null;
  readonly stale: boolean;
  readonly snapshot: string;
  readonly cards: readonly MetricView[];
  /** Shares by day for the small curve, 0 to 1; empty when there is none to show. */
  readonly spark: readonly number[];
  /** Its interval, day by day. */
  readonly band: readonly (readonly [lower: number, upper: number])[];
  /** How many were still waiting, day by day: late days rest on few people. */
  readonly waiting: readonly number[];
  /** Tickets a person, week by week. */
  readonly weeks: readonly Pick<WeekView, "week" | "ratio" | "provisional">[];
  readonly naive: string | null;
  /** Where less is asked than was before: an executive who sees GREEN sees that as well. */
  readonly easier: readonly EasierView[];
  readonly gate: GateSummary;
}
