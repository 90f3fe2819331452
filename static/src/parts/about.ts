import type { TicketCategory } from "#domain/adoption/ticket-category";

/** What a ticket was about, in a word. */
export function sayAbout(about: TicketCategory | "unsaid"): string {
  return about === "unsaid" ? "not said" : about;
}

/** At the head of a column. */
export function sayTitle(about: TicketCategory | "unsaid"): string {
  const word = sayAbout(about);
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}
