export type GateName = "delivery" | "implementation";

interface Said {
  readonly at: number;
  readonly gate: GateName;
  /** Account of whoever says it. */
  readonly by: string;
  readonly why: string;
}

export interface Vote extends Said {
  readonly kind: "vote";
  readonly choice: "yes" | "no";
  /** Accounts whose yes it took at that moment. */
  readonly voters: readonly string[];
  /** The numbers that lay on the table; null where the gate reads none. */
  readonly snapshot: string | null;
}

/** Takes a decision back: the record of it stays, and the vote begins anew. */
export interface Withdrawal extends Said {
  readonly kind: "withdrawn";
}

export type GateEvent = Vote | Withdrawal;

export interface Standing {
  /** The latest word of each voter since the vote began. */
  readonly votes: ReadonlyMap<string, Vote>;
  /** The vote that completed it; null while it is open. */
  readonly decision: Vote | null;
}

/** G6, G7: where the vote on a gate stands. What is said after a decision changes nothing but by taking the decision back. */
export function standingOf(log: readonly GateEvent[], gate: GateName): Standing {
  let standing: Standing = { votes: new Map(), decision: null };
  for (const event of log.filter((each) => each.gate === gate).toSorted((a, b) => a.at - b.at)) {
    standing = after(standing, event);
  }
  return standing;
}

function after({ votes, decision }: Standing, event: GateEvent): Standing {
  if (event.kind === "withdrawn") {
    return decision === null ? { votes, decision } : { votes: new Map(), decision: null };
  }
  if (decision !== null) return { votes, decision };
  const now = new Map([...votes, [event.by, event]]);
  const isCarried = event.voters.length > 0 && event.voters.every((voter) => now.get(voter)?.choice === "yes");
  return { votes: now, decision: isCarried ? event : null };
}
