import type { BoardFilter, RiskBoardView, RiskCard } from "#contract/risks";

export const everything: BoardFilter = { words: "", band: "", side: "", staleOnly: false, openOnly: false };

/** The board with the cards that the filter lets through. */
export function filtered(board: RiskBoardView, filter: BoardFilter): RiskBoardView {
  const over = new Set(board.statuses.filter(({ category }) => category === "done").map(({ name }) => name));
  const lanes = board.lanes.map((lane) => ({
    ...lane,
    cards: lane.cards.filter((card) => passes(card, filter, over)),
  }));
  return { ...board, lanes };
}

function passes(card: RiskCard, filter: BoardFilter, over: ReadonlySet<string>): boolean {
  const text = [card.title, card.key, card.owner, card.side, card.status, ...card.threatens].join(" ").toLowerCase();
  return (
    filter.words
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word)) &&
    (filter.band === "" || card.band === filter.band) &&
    (filter.side === "" || (card.side ?? "nobody's") === filter.side) &&
    (!filter.staleOnly || card.isStale) &&
    (!filter.openOnly || !over.has(card.status))
  );
}

/** Exactly the cards in sight, for Jira's own lists and boards. */
export function jqlOf(board: RiskBoardView, filter: BoardFilter): string {
  const isAll = JSON.stringify(filter) === JSON.stringify(everything);
  const keys = filtered(board, filter).lanes.flatMap(({ cards }) => cards.map(({ key }) => key));
  if (isAll) return board.jql;
  return keys.length === 0 ? 'created < "1970-01-02"' : `key in (${keys.join(", ")}) ORDER BY key`;
}
