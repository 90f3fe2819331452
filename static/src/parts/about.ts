import type { TicketCategory } from "#domain/adoption/ticket-category";

const words: Readonly<Record<TicketCategory | "unsaid", string>> = {
  "how-to": "how-to",
  access: "access",
  defect: "defect",
  data: "data",
  duplicate: "duplicate",
  spam: "spam",
  monitoring: "monitoring",
  unsaid: "not said",
};

/** What a ticket was about, in a word. */
export function sayAbout(about: TicketCategory | "unsaid"): string {
  return words[about];
}

/** At the head of a column. */
export function sayTitle(about: TicketCategory | "unsaid"): string {
  const word = sayAbout(about);
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}
