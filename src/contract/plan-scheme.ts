import { z } from "zod";
import { continuousCalendar } from "#domain/calendar/calendar";
import type { RiskScheme } from "#domain/plan/risk-scheme";
import { ladderFaults } from "#domain/risk/ladder";
import { fiveByFive, matrixFaults } from "#domain/risk/matrix";
import { duration, id, lean, number, title } from "./plan-fields";

const steps = z.array(title, { error: "List the steps of the scale, the lightest first." });
const band = z.strictObject({ name: title, from: number, staleAfterDays: number });

const rung = z.strictObject({
  id,
  who: z.enum(["risk-owner", "project-manager", "implementation-owner", "supplier", "sponsor"], {
    error: "Ask risk-owner, project-manager, implementation-owner, supplier or sponsor.",
  }),
  after: duration,
  acts: z
    .array(
      z.enum(["assign", "mention", "raise-priority", "notify", "steering-agenda"], {
        error: "Do assign, mention, raise-priority, notify or steering-agenda.",
      }),
    )
    .min(1, "Say what is done."),
});

/** `riskScheme`: how a plan weighs its risks, and whom it asks for a decision after how long. Either part may be left out. */
export const riskScheme = z
  .strictObject({
    likelihood: steps.optional(),
    impact: steps.optional(),
    bands: z.array(band).optional(),
    escalation: z.strictObject({ "pre-delivery": z.array(rung), "post-delivery": z.array(rung) }).optional(),
  })
  .nullish()
  .transform((read): RiskScheme => {
    if (!read) return { matrix: null, ladders: null };
    const { likelihood, impact, bands, escalation } = read;
    const isOwn = likelihood !== undefined || impact !== undefined || bands !== undefined;
    const { likelihoods, impacts, bands: usual } = fiveByFive;
    const matrix = { likelihoods: likelihood ?? likelihoods, impacts: impact ?? impacts, bands: bands ?? usual };
    return { matrix: isOwn ? matrix : null, ladders: escalation ?? null };
  })
  .superRefine(({ matrix, ladders }, context) => {
    const faults = [
      ...(matrix === null ? [] : matrixFaults(matrix)),
      ...(ladders === null ? [] : ladderFaults(ladders, continuousCalendar("UTC"))),
    ];
    for (const message of faults) context.addIssue({ code: "custom", message });
  });

export function writeRiskScheme({ matrix, ladders }: RiskScheme): Record<string, unknown> | null {
  if (matrix === null && ladders === null) return null;
  const scales = matrix === null ? {} : { likelihood: matrix.likelihoods, impact: matrix.impacts, bands: matrix.bands };
  return lean({ ...scales, escalation: ladders });
}

interface Scored {
  readonly risks: readonly { readonly likelihood: number; readonly impact: number; readonly residual: unknown }[];
  readonly riskScheme: RiskScheme;
}

/** A score is a place on a scale: one beyond its end would be a weight nobody has named. */
export function checkScores({ risks, riskScheme: { matrix } }: Scored, context: z.core.$RefinementCtx): void {
  const { likelihoods, impacts } = matrix ?? fiveByFive;
  const most = { likelihood: likelihoods.length, impact: impacts.length };
  risks.forEach((risk, at) => {
    for (const field of ["likelihood", "impact"] as const) {
      if (risk[field] <= most[field]) continue;
      context.addIssue({
        code: "custom",
        path: ["risks", at, field],
        message: `Score it 1 to ${most[field]}.`,
        input: risk[field],
      });
    }
  });
}
