import { ordered } from "#domain/calendar/ordered";
import type { Happening } from "#domain/calendar/ordered";
import type { RiskTag, Side } from "#domain/plan/plan";

/** What happened in reviews of the risk board. Each is kept as it comes in, so a review is taken up where anybody left it. */
export type ReviewEvent = Happening & { readonly review: string; readonly by: string } & ReviewFact;

export type ReviewFact =
  | { readonly kind: "opened" | "closed" }
  | { readonly kind: "present" | "absent"; readonly person: string; readonly side: Side }
  | {
      readonly kind: "decided";
      readonly risk: string;
      readonly decision: ReviewDecision;
      readonly note: string;
      /** Who sees to it, and by when; null leaves both as they are. */
      readonly owner: string | null;
      readonly due: string | null;
      /** The decision that was on the screen as this one was taken; null where there was none. */
      readonly over: string | null;
    };

export type ReviewDecision =
  | { readonly kind: "keep" | "accept" | "treat" | "transfer" | "escalate" | "close" }
  | { readonly kind: "retag"; readonly tag: RiskTag }
  | { readonly kind: "rescore"; readonly likelihood: number; readonly impact: number };

export interface Review {
  readonly review: string;
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly present: Readonly<Record<Side, readonly string[]>>;
  /** The sides of the contract nobody spoke for. */
  readonly missing: readonly ("supplier" | "buyer")[];
  /** Closed, with both sides in the room: anything less is a meeting and no review (M52). */
  readonly isHeld: boolean;
  readonly decisions: readonly Settled[];
}

export interface Settled {
  readonly risk: string;
  readonly stands: Taken;
  /** Every other decision on this risk, last to first: overruled, and never lost. */
  readonly overruled: readonly Taken[];
  /** Two people decided without seeing each other's decision. */
  readonly isContested: boolean;
}

export type Taken = Extract<ReviewEvent, { kind: "decided" }>;

/** All reviews that the events tell of, first to last. */
export function reviewsOf(events: readonly ReviewEvent[]): readonly Review[] {
  return [...Map.groupBy(ordered(events), ({ review }) => review)].map(([review, all]) => reviewOf(review, all));
}

function reviewOf(review: string, events: readonly ReviewEvent[]): Review {
  const opening = events.find(({ kind }) => kind === "opened") ?? events[0]!;
  const closedAt = events.find(({ kind }) => kind === "closed")?.at ?? null;
  // Whoever signs in after the end was not there.
  const attendance = events.filter(({ at }) => closedAt === null || at <= closedAt);
  const on = (side: Side): readonly string[] => presentOn(side, attendance);
  const present = { supplier: on("supplier"), buyer: on("buyer"), joint: on("joint") };
  const missing = (["supplier", "buyer"] as const).filter((side) => present[side].length === 0);
  const taken = events.flatMap((event): readonly Taken[] => (event.kind === "decided" ? [event] : []));
  return {
    review,
    openedAt: opening.at,
    closedAt,
    present,
    missing,
    isHeld: closedAt !== null && missing.length === 0,
    decisions: [...Map.groupBy(taken, ({ risk }) => risk)].map(([risk, all]) => settle(risk, all)),
  };
}

/** A name ticked by mistake is taken back: the last word on a person and a side counts. */
function presentOn(side: Side, events: readonly ReviewEvent[]): readonly string[] {
  const there = new Set<string>();
  for (const event of events) {
    if ((event.kind !== "present" && event.kind !== "absent") || event.side !== side) continue;
    if (event.kind === "present") there.add(event.person);
    else there.delete(event.person);
  }
  return [...there];
}

/**
 * A decision taken in sight of another stands over it, whatever the clocks of the two people said. Among those that nobody has seen
 * and overruled, the last one stands, and the others remain to be seen.
 */
function settle(risk: string, taken: readonly Taken[]): Settled {
  const seen = new Set(taken.map(({ over }) => over));
  const unseen = taken.filter(({ id }) => !seen.has(id));
  const stands = unseen.at(-1) ?? taken.at(-1)!;
  return {
    risk,
    stands,
    overruled: taken.filter(({ id }) => id !== stands.id).toReversed(),
    isContested: unseen.length > 1,
  };
}
