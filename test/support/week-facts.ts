import type { WeekFacts } from "#domain/adoption/facts";
import { noTickets } from "#domain/adoption/ticket-category";

/** A week of tickets of which nobody said what they were about. */
export function weekFacts({ week, active, tickets }: Pick<WeekFacts, "week" | "active" | "tickets">): WeekFacts {
  return { week, active, tickets, split: { ...noTickets, unsaid: tickets }, setAside: 0 };
}
