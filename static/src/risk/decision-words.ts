import type { DecisionView } from "#contract/reviews";

export type DecisionKind = DecisionView["kind"];

export interface Choice {
  readonly kind: DecisionKind;
  readonly word: string;
  /** The key that chooses it. */
  readonly letter: string;
  readonly says: string;
}

/** The letter is the word's own first, so that nobody has to learn any. */
export const choices: readonly Choice[] = [
  { kind: "treat", word: "Mitigate", letter: "m", says: "Somebody lowers it by a day." },
  { kind: "accept", word: "Accept", letter: "a", says: "It stays, and nobody is asked again." },
  { kind: "transfer", word: "Transfer", letter: "t", says: "Somebody else carries it from now on." },
  { kind: "escalate", word: "Escalate", letter: "e", says: "The next level is asked at once." },
  { kind: "retag", word: "Retag", letter: "r", says: "It belongs to the other side of delivery." },
  { kind: "rescore", word: "Score", letter: "s", says: "Likelihood or impact have changed." },
  { kind: "close", word: "Close", letter: "c", says: "It cannot happen any more." },
  { kind: "keep", word: "Leave", letter: "l", says: "Looked at; nothing to decide today." },
];
