import { observationKinds } from "#domain/adoption/observation";
import { z } from "zod";

export const observeRequest = z
  .object({
    plan: z.string(),
    kind: z.enum(observationKinds),
    name: z.string().max(80),
    day: z.iso.date(),
    part: z.number().finite(),
    whole: z.number().positive().nullable(),
  })
  .refine(({ kind, part, whole }) => kind === "kpi" || (part >= 0 && (whole === null || part <= whole)), {
    error: "A part lies between nothing and the whole.",
  });

export const answerRequest = z.object({
  plan: z.string(),
  metric: z.enum(["ttft", "hdr", "trend", "concentration", "adoption-rate"]),
  on: z.iso.date(),
  /** What it became, as the page said it: nobody answers for a change they have not seen. */
  to: z.string().nullable(),
  givenUp: z.string().trim().min(10).max(500),
});

export const coachRequest = z.object({ plan: z.string(), coach: z.string().max(128).nullable() });

/** People who are still waiting, without their names, for the plan's coach alone. */
export interface TailView {
  readonly coach: string | null;
  /** Whether whoever asks is the coach, to whom no row means that nobody waits. */
  readonly isYours: boolean;
  readonly rows: readonly TailRow[];
  readonly more: number;
}

export interface TailRow {
  readonly pseudonym: string;
  readonly wave: string;
  readonly department: string;
  readonly waitingDays: number;
  /** What they did last, with help or without success; null for nothing at all. */
  readonly lastTried: string | null;
  readonly tickets: number;
}
