import { z } from "zod";

/** A word for the panic log of a freeze, or its end. */
export const freezeRequest = z.object({
  plan: z.string(),
  step: z.string().max(200),
  what: z.enum(["note", "thaw"]),
  text: z.string().max(2_000),
});

/** Legacy frozen for 48 hours by the clock (M37). */
export interface FreezeView {
  readonly step: string;
  readonly key: string;
  readonly from: number;
  readonly until: number;
  readonly thawed: FreezeEntry | null;
  /** What people ran into meanwhile, oldest first. */
  readonly log: readonly FreezeEntry[];
}

export interface FreezeEntry {
  readonly at: number;
  readonly by: string;
  readonly text: string;
}
