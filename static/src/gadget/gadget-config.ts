import type { RequestOf } from "#contract/requests";

export type GadgetConfig = RequestOf<"gadget">["config"];
export type Card = GadgetConfig["cards"][number];

export const allCards: readonly { readonly card: Card; readonly title: string; readonly says: string }[] = [
  { card: "ttft", title: "Time to first independent transaction", says: "How many work on their own, and by when" },
  { card: "hdr", title: "Help-desk ratio", says: "Tickets for each active person and week" },
  { card: "trend", title: "Tickets fall", says: "Whether the curve bends downward" },
  { card: "concentration", title: "Work of the busiest tenth", says: "Whether the work rests on a few" },
  { card: "adoption-rate", title: "At work on a usual day", says: "Who works in the system, not who logs in" },
  { card: "gate", title: "Second gate", says: "Whether the implementation may be declared done" },
];

/** What a new gadget shows. */
export const firstCards: readonly Card[] = ["ttft", "hdr", "gate"];

export const periods: readonly { readonly weeks: number | null; readonly title: string }[] = [
  { weeks: 4, title: "Four weeks" },
  { weeks: 8, title: "Eight weeks" },
  { weeks: 12, title: "Twelve weeks" },
  { weeks: null, title: "Everything since go-live" },
];

/** What an earlier save of this gadget holds; null when there is none that we can read. */
export function readGadgetConfig(saved: unknown): GadgetConfig | null {
  if (typeof saved !== "object" || saved === null) return null;
  if (!("plan" in saved) || typeof saved.plan !== "string" || saved.plan === "") return null;
  const wave = "wave" in saved && typeof saved.wave === "string" && saved.wave !== "" ? saved.wave : null;
  const named: readonly unknown[] = "cards" in saved && Array.isArray(saved.cards) ? saved.cards : [];
  const cards = allCards.map(({ card }) => card).filter((card) => named.includes(card));
  const asked = "weeks" in saved ? saved.weeks : null;
  const weeks = periods.find((period) => period.weeks === asked)?.weeks ?? null;
  return { version: 1, plan: saved.plan, wave, cards: cards.length === 0 ? [...firstCards] : cards, weeks };
}
