import * as fc from "fast-check";
import { blankPlan, blankRisk, blankRollback, blankStep } from "#domain/plan/blank";
import type { Dependency, Plan, Risk, Rollback, Step } from "#domain/plan/plan";

const text = fc.oneof(
  fc.constantFrom("Freeze", "- one\n- two", "a\n\nb", "**bold** word", "1. x", "* y", "plain, with “quotes”"),
  fc.string({ maxLength: 20 }),
);
const title = fc.string({ minLength: 1, maxLength: 20 }).filter((words) => /\S/.test(words));
const owner = fc.constantFrom(null, "ana@example.com", "ben@example.com", "nobody");

/** Plans of up to eight steps whose dependencies point backwards, with risks and rollbacks on them. */
export const smallPlan: fc.Arbitrary<Plan> = fc
  .record({
    steps: fc.array(fc.record({ title, description: text, owner, duration: fc.constantFrom(null, "2d", "4h") }), {
      maxLength: 8,
    }),
    edges: fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.constantFrom("FS" as const, "SS" as const)), { maxLength: 10 }),
    risks: fc.array(fc.record({ title, likelihood: fc.integer({ min: 1, max: 5 }), step: fc.nat(7) }), {
      maxLength: 3,
    }),
    rollback: fc.boolean(),
    owner,
  })
  .map(({ steps, edges, risks, rollback, owner }) => {
    const made = steps.map((step, at): Step => ({
      ...blankStep(`s${at}`, step.title),
      ...step,
      after: after(edges, at),
    }));
    const has = (at: number) => at < made.length;
    return {
      ...blankPlan("crm", "CRM migration"),
      owner,
      steps: made,
      risks: risks.map((risk, at): Risk => ({
        ...blankRisk(`r${at}`, risk.title),
        likelihood: risk.likelihood,
        threatens: has(risk.step) ? [`s${risk.step}`] : [],
      })),
      rollbacks: rollback ? [{ ...blankRollback("rb", ""), covers: made.map(({ id }) => id) } satisfies Rollback] : [],
    };
  });

function after(edges: readonly (readonly [number, number, Dependency["type"]])[], at: number): readonly Dependency[] {
  const before = edges.filter(([to, from]) => to === at && from < at).map(([, from, type]) => [from, type] as const);
  return [...new Map(before)].map(([from, type]) => ({ step: `s${from}`, type, lag: type === "FS" ? "0" : "1d" }));
}
