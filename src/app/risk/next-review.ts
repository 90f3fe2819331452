import type { NextReview } from "#contract/reviews";
import type { Plan } from "#domain/plan/plan";
import { reviewDue } from "#domain/risk/review-due";
import type { ReviewDue } from "#domain/risk/review-due";
import { reviewsOf } from "#domain/risk/review";
import type { Review } from "#domain/risk/review";
import type { LoggingOutside } from "../log";
import type { JiraItem } from "../ports";
import type { PlanRef } from "../sync/run-ports";
import { openRiskLog } from "./open-risks";
import { readReviews } from "./read-log";

/** When the risks of a plan are next to be reviewed, for whatever page wants to say that it is overdue. */
export async function nextReview(
  { plan: id }: { readonly plan: string },
  outside: LoggingOutside,
): Promise<NextReview> {
  const { log, plan, items } = await openRiskLog(id, outside);
  return said(dueOf(reviewsOf(log.reviews), { plan, items: [...items.values()], now: outside.clock.now() }));
}

interface Register {
  readonly ref: PlanRef;
  readonly plan: Plan;
  /** Its risks. */
  readonly items: readonly JiraItem[];
}

/** The same where the risks have been read already. */
export async function nextReviewOf({ ref, plan, items }: Register, outside: LoggingOutside): Promise<NextReview> {
  const reviews = reviewsOf(await readReviews(outside.log, ref));
  return said(dueOf(reviews, { plan, items, now: outside.clock.now() }));
}

/** The register begins with its first risk. */
export function dueOf(
  reviews: readonly Review[],
  { plan, items, now }: Omit<Register, "ref"> & { readonly now: number },
): ReviewDue {
  const since = Math.min(now, ...items.map(({ createdAt }) => createdAt));
  return reviewDue(reviews, { since, now, zone: plan.zone });
}

function said({ dueDay, overdueDays }: ReviewDue): NextReview {
  return { day: dueDay, overdueDays };
}
