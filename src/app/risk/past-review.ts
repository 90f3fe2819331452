import type { MinuteView, PastReview } from "#contract/reviews";
import type { Review } from "#domain/risk/review";
import { sayDecision } from "./minutes";
import type { OpenRisks } from "./open-risks";

export type NameOf = (accountId: string) => string;

/** A review that is over as one record: who was there, what was decided on each risk, and how long the room took over it. */
export function pastReview(review: Review, risks: OpenRisks, nameOf: NameOf): readonly PastReview[] {
  const { closedAt, openedAt, isHeld, missing, present } = review;
  if (closedAt === null) return [];
  return [
    {
      id: review.review,
      openedAt,
      minutes: Math.round((closedAt - openedAt) / 60_000),
      isHeld,
      missing,
      present,
      decisions: minutesOf(review, risks, nameOf),
    },
  ];
}

/** In the order they were taken; the time over a risk runs from the decision before. */
function minutesOf({ decisions, openedAt }: Review, { items }: OpenRisks, nameOf: NameOf): readonly MinuteView[] {
  const inOrder = decisions.toSorted((a, b) => a.stands.at - b.stands.at);
  return inOrder.map(({ risk, stands, overruled, isContested }, at) => ({
    key: items.get(risk)?.key ?? risk,
    title: items.get(risk)?.summary ?? risk,
    said: sayDecision(stands),
    note: stands.note,
    by: nameOf(stands.by),
    seconds: Math.max(0, Math.round((stands.at - (inOrder[at - 1]?.stands.at ?? openedAt)) / 1000)),
    overruled: overruled.map((taken) => `${sayDecision(taken)}, ${nameOf(taken.by)}`),
    isContested,
  }));
}
