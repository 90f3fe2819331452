import type { Candidate, PersonFacts, PersonTicket } from "./facts";

const hour = 3_600_000;

export interface IndependenceRule {
  /** A ticket by the same person on the same process this close to a transaction means help was needed. */
  readonly assistedHours: number;
  /** A transaction reversed this soon did not stand. */
  readonly reversedHours: number;
}

export const defaultRule: IndependenceRule = { assistedHours: 24, reversedHours: 24 };

/** A1: the first transaction from `since` on that was unassisted, without a ticket near it, and was not reversed. */
export function firstIndependent(facts: PersonFacts, since: number, rule: IndependenceRule): number | null {
  const reversals = facts.candidates.filter((candidate) => candidate.kind === "reversal");
  const first = facts.candidates.find(
    (candidate) =>
      candidate.kind === "transaction" &&
      candidate.at >= since &&
      !candidate.assisted &&
      !hasTicketNear(candidate, facts.tickets, rule.assistedHours * hour) &&
      !isReversed(candidate, { reversals, candidates: facts.candidates, within: rule.reversedHours * hour }),
  );
  return first?.at ?? null;
}

/** A2: whoever worked in the new system before the clock started cannot be timed by it. */
export function isEarlyAdopter(facts: PersonFacts, since: number, rule: IndependenceRule): boolean {
  const early = firstIndependent(facts, Number.NEGATIVE_INFINITY, rule);
  return early !== null && early < since;
}

function hasTicketNear(transaction: Candidate, tickets: readonly PersonTicket[], within: number): boolean {
  return tickets.some(
    (ticket) => ticket.process === transaction.process && Math.abs(ticket.at - transaction.at) <= within,
  );
}

interface ReversalSearch {
  readonly reversals: readonly Candidate[];
  readonly candidates: readonly Candidate[];
  readonly within: number;
}

/** A3: a reversal undoes the latest transaction of its person and process that came before it. */
function isReversed(transaction: Candidate, { reversals, candidates, within }: ReversalSearch): boolean {
  return reversals.some((reversal) => {
    if (reversal.process !== transaction.process) return false;
    if (reversal.at < transaction.at || reversal.at - transaction.at > within) return false;
    return !candidates.some(
      (other) =>
        other.kind === "transaction" &&
        other.process === transaction.process &&
        other.at > transaction.at &&
        other.at <= reversal.at,
    );
  });
}
