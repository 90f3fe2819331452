import type { ReviewView } from "#contract/reviews";
import { flag } from "../bridge";
import { sayDay } from "../parts/day";

/** Whether what was just closed counts, and when the next one is. */
export function sayClosed(view: ReviewView): void {
  const last = view.past[0];
  const held = last?.isHeld === true;
  flag({
    type: held ? "success" : "info",
    title: held ? "The review is held and minuted" : "The meeting is closed; it does not count as a review",
    description: `Next review: ${sayDay(view.due.day)}.`,
  });
}
