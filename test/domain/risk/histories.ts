import * as fc from "fast-check";
import type { RiskEvent, RiskFact, RiskHistory } from "#domain/risk/history";

/** Instants around the night in which London's clocks go forward: Friday 27 March 2026, 09:00. */
export const friday = Date.parse("2026-03-27T09:00Z");
export const hourMs = 3_600_000;

type Dated = RiskFact & { readonly at: number };

/** A history in which event number n has the id `en`. */
export function history(...facts: readonly Dated[]): RiskHistory {
  return { risk: "R-1", events: facts.map((fact, place): RiskEvent => ({ id: `e${place}`, by: "ann", ...fact })) };
}

export const raised = (at: number, tag: "pre-delivery" | "post-delivery" = "pre-delivery"): Dated => ({
  kind: "raised",
  tag,
  at,
});

const tag = fc.constantFrom("pre-delivery" as const, "post-delivery" as const);
const decision = fc.constantFrom("accept" as const, "treat" as const, "escalate" as const, "close" as const);

const fact: fc.Arbitrary<RiskFact> = fc.oneof(
  tag.map((to) => ({ kind: "retagged" as const, tag: to })),
  decision.map((said) => ({ kind: "decided" as const, decision: said })),
  fc.constantFrom("closed" as const, "reopened" as const, "touched" as const).map((kind) => ({ kind })),
);

/** Times within three weeks that cross a clock change, on the minute so that two events may fall together. */
export const instant = fc.integer({ min: 0, max: 21 * 24 * 60 }).map((minutes) => friday + minutes * 60_000);

/** A raised risk and up to ten things that happen to it. */
export const anyHistory: fc.Arbitrary<RiskHistory> = fc
  .tuple(tag, fc.array(fc.tuple(fact, instant), { maxLength: 10 }))
  .map(([first, rest]) => history(raised(friday, first), ...rest.map(([said, at]) => ({ ...said, at }))));

/** The same events told again, in any order, some of them twice. */
export function retold({ risk, events }: RiskHistory, seed: readonly number[]): RiskHistory {
  const twice = [...events, ...events.filter((_, place) => (seed[place % seed.length] ?? 0) % 2 === 0)];
  const keyed = twice.map((event, place) => ({ event, key: seed[(place * 7 + 3) % seed.length] ?? 0 }));
  return { risk, events: keyed.toSorted((a, b) => a.key - b.key).map(({ event }) => event) };
}

export const shuffle = fc.array(fc.nat(1000), { minLength: 5, maxLength: 12 });
