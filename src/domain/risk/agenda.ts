import type { Review } from "./review";

/** An open risk as the review comes to it. */
export interface AgendaLine {
  readonly risk: string;
  readonly exposure: number;
  readonly staleDays: number;
  /** Since when its escalation has been asking for a decision; null when nobody has been asked yet. */
  readonly overdueSince: number | null;
  readonly raisedAt: number;
}

export interface AgendaItem extends AgendaLine {
  readonly isNew: boolean;
}

/** The heaviest risk first, then the longest untouched, then what has waited longest for a decision, then what is new since the last review. */
export function agenda(lines: readonly AgendaLine[], lastHeldAt: number | null): readonly AgendaItem[] {
  return lines
    .map((line) => ({ ...line, isNew: lastHeldAt === null || line.raisedAt > lastHeldAt }))
    .toSorted(
      (a, b) =>
        b.exposure - a.exposure ||
        b.staleDays - a.staleDays ||
        (a.overdueSince ?? never) - (b.overdueSince ?? never) ||
        Number(b.isNew) - Number(a.isNew) ||
        b.raisedAt - a.raisedAt ||
        (a.risk < b.risk ? -1 : 1),
    );
}

/** Later than any instant there is; finite, so that two of them are equally late. */
const never = Number.MAX_SAFE_INTEGER;

/** Where a review that was interrupted goes on: everything on the agenda without a decision, in its order. */
export function stillToDecide(
  items: readonly AgendaItem[],
  { decisions }: Pick<Review, "decisions">,
): readonly AgendaItem[] {
  const decided = new Set(decisions.map(({ risk }) => risk));
  return items.filter(({ risk }) => !decided.has(risk));
}
