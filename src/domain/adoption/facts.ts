import type { Asked, TicketSplit } from "./ticket-category";

/** What is known of a person, as the store holds it: instants are milliseconds since 1970, null where nothing was reported. */
export interface PersonFacts {
  readonly person: number;
  readonly wave: string | null;
  readonly department: string | null;
  readonly accessAt: number | null;
  readonly leftAt: number | null;
  readonly firstLoginAt: number | null;
  /** The earliest transactions and reversals in production by the person's own hand, in order of time. */
  readonly candidates: readonly Candidate[];
  readonly tickets: readonly PersonTicket[];
}

export interface Candidate {
  readonly at: number;
  readonly process: string;
  readonly kind: "transaction" | "reversal";
  readonly assisted: boolean;
}

export interface PersonTicket {
  readonly at: number;
  readonly process: string;
  /** Null where nobody said. */
  readonly about: Asked | null;
}

/** A person's week at work: a bit an hour of the plan's zone in which a transaction was made, Monday first. */
export interface WorkedWeek {
  readonly person: number;
  /** 202614 is week 14 of 2026. */
  readonly week: number;
  readonly hours: readonly number[];
}

/** How many people worked in a week, and how many tickets they wrote. */
export interface WeekFacts {
  /** `2026-W14`. */
  readonly week: string;
  readonly active: number;
  /** Of which `split` are the parts. */
  readonly tickets: number;
  readonly split: TicketSplit;
  /** H4: duplicates, spam and alerts, which are no tickets. */
  readonly setAside: number;
}

export interface SourceFacts {
  readonly source: string;
  readonly lastSeenAt: number | null;
  /** The newest instant up to which this source has reported. */
  readonly completeTo: number | null;
  readonly events: number;
  readonly sandbox: number;
  readonly service: number;
}
