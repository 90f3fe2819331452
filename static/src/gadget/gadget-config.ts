import type { RequestOf } from "#contract/requests";

export type GadgetConfig = RequestOf<"gadget">["config"];
export type Card = GadgetConfig["cards"][number];

export const allCards: readonly { readonly card: Card; readonly title: string; readonly says: string }[] = [
  { card: "ttft", title: "Time to first independent transaction", says: "How many work on their own, and by when" },
  { card: "hdr", title: "Help-desk ratio", says: "Tickets for each active person and week, and whether it falls" },
  { card: "gate", title: "Second gate", says: "Whether the implementation may be declared done" },
];

/** What an earlier save of this gadget holds; null when there is none that we can read. */
export function readGadgetConfig(saved: unknown): GadgetConfig | null {
  if (typeof saved !== "object" || saved === null) return null;
  if (!("plan" in saved) || typeof saved.plan !== "string" || saved.plan === "") return null;
  const wave = "wave" in saved && typeof saved.wave === "string" && saved.wave !== "" ? saved.wave : null;
  const named: readonly unknown[] = "cards" in saved && Array.isArray(saved.cards) ? saved.cards : [];
  const known = allCards.map(({ card }) => card);
  const cards = known.filter((card) => named.includes(card));
  return { version: 1, plan: saved.plan, wave, cards: cards.length === 0 ? known : cards };
}
