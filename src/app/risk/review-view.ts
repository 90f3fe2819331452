import type { OpenReview, ReviewView, TakenView } from "#contract/reviews";
import { sides } from "#domain/plan/step-kinds";
import { reviewsOf } from "#domain/risk/review";
import type { Review, Taken } from "#domain/risk/review";
import { matrixOf } from "#domain/risk/scheme";
import { deliveryTriage } from "#domain/risk/triage";
import { instantOf } from "#domain/calendar/zone";
import type { LoggingOutside } from "../log";
import { agendaOf } from "./agenda-cards";
import { sayDecision } from "./minutes";
import { dueOf } from "./next-review";
import type { OpenRisks } from "./open-risks";
import { pastReview } from "./past-review";
import type { NameOf } from "./past-review";

/** A quarter of a year of weekly meetings. */
const mostPast = 13;

export async function reviewViewOf(risks: OpenRisks, outside: LoggingOutside): Promise<ReviewView> {
  const { plan, ref, log } = risks;
  const now = outside.clock.now();
  const reviews = reviewsOf(log.reviews);
  const open = reviews.findLast(({ closedAt }) => closedAt === null) ?? null;
  const due = dueOf(reviews, { plan, items: [...risks.items.values()], now });
  const check = { accountId: outside.who.accountId, spaceId: ref.space, permissions: ["EDIT_ISSUES"] };
  const [nameOf, missing] = await Promise.all([namesIn(risks, outside), outside.jira.missingPermissions(check)]);
  return {
    zone: plan.zone,
    now,
    canEdit: missing.length === 0,
    scales: { likelihoods: matrixOf(plan).likelihoods, impacts: matrixOf(plan).impacts },
    due: { day: due.dueDay, overdueDays: due.overdueDays, lastHeldAt: due.lastHeldAt },
    open: open === null ? null : openView(open, risks, nameOf),
    agenda: agendaOf(risks, { now, lastHeldAt: due.lastHeldAt, openedAt: open?.openedAt ?? now }),
    untriaged: untriagedIn(risks, now),
    past: reviews
      .slice(-mostPast)
      .flatMap((review) => pastReview(review, risks, nameOf))
      .toReversed(),
  };
}

/** Nobody slips out of the contract quietly: from the end of the delivery day on, each is named until somebody has said where it goes. */
function untriagedIn({ plan, pasts, items }: OpenRisks, now: number): readonly string[] {
  const day = plan.anchors["delivery"];
  if (day === undefined) return [];
  const histories = pasts.map(({ history }) => history);
  const open = deliveryTriage(histories, { deliveredAt: instantOf(day, "24:00", plan.zone), now });
  return open.flatMap(({ risk, outcome }) => (outcome === "untriaged" ? (items.get(risk)?.key ?? []) : []));
}

function openView(review: Review, { log }: OpenRisks, nameOf: NameOf): OpenReview {
  const opened = log.reviews.find((event) => event.review === review.review && event.kind === "opened");
  return {
    id: review.review,
    openedAt: review.openedAt,
    by: nameOf(opened?.by ?? ""),
    present: sides.flatMap((side) => review.present[side].map((person) => ({ person, side }))),
    missing: review.missing,
    decisions: review.decisions.map(({ risk, stands, overruled, isContested }) => ({
      risk,
      stands: takenView(stands, nameOf),
      overruled: overruled.map((taken) => takenView(taken, nameOf)),
      isContested,
    })),
  };
}

function takenView(taken: Taken, nameOf: NameOf): TakenView {
  const { id, at, by, note } = taken;
  return { id, at, by: nameOf(by), said: sayDecision(taken), note };
}

async function namesIn({ log }: OpenRisks, { jira }: LoggingOutside): Promise<NameOf> {
  const accounts = [...new Set(log.reviews.map(({ by }) => by))];
  const names = new Map(await Promise.all(accounts.map(async (by) => [by, await jira.nameOf(by)] as const)));
  return (accountId) => names.get(accountId) ?? "somebody";
}
