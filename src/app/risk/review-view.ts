import type { AgendaCard, OpenReview, PastReview, ReviewView, TakenView } from "#contract/reviews";
import type { Plan, Side } from "#domain/plan/plan";
import { findCalendar } from "#domain/plan/plan-calendar";
import { continuousCalendar } from "#domain/calendar/calendar";
import { agenda } from "#domain/risk/agenda";
import { riskState } from "#domain/risk/history";
import { waitingRungs } from "#domain/risk/ladder";
import { exposureOf } from "#domain/risk/matrix";
import { reviewDue } from "#domain/risk/review-due";
import { reviewsOf } from "#domain/risk/review";
import type { Review, Taken } from "#domain/risk/review";
import { laddersOf, matrixOf } from "#domain/risk/scheme";
import { deliveryTriage } from "#domain/risk/triage";
import { instantOf } from "#domain/calendar/zone";
import { staleDays } from "#domain/risk/staleness";
import { toText } from "#domain/sync/document";
import type { LoggingOutside } from "../log";
import type { OpenRisks } from "./open-risks";
import type { RiskPast } from "./pasts";
import { cardOf, textOf } from "./risk-cards";
import { currentScore, detailsOf, isOpen } from "./risk-words";
import { sayDecision } from "./minutes";

export async function reviewViewOf(risks: OpenRisks, outside: LoggingOutside): Promise<ReviewView> {
  const { plan, ref, log } = risks;
  const now = outside.clock.now();
  const reviews = reviewsOf(log.reviews);
  const open = reviews.findLast(({ closedAt }) => closedAt === null) ?? null;
  const since = Math.min(now, ...risks.pasts.map(({ item }) => item.createdAt));
  const due = reviewDue(reviews, { since, now, zone: plan.zone });
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
    people: peopleOf(plan),
    untriaged: untriagedIn(risks, now),
    past: reviews.flatMap((review) => pastView(review)).toReversed(),
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

interface Moment {
  readonly now: number;
  readonly lastHeldAt: number | null;
  /** A risk closed in the review that is on stays on its agenda, so that the list does not jump under anybody's hand. */
  readonly openedAt: number;
}

function agendaOf(risks: OpenRisks, { now, lastHeldAt, openedAt }: Moment): readonly AgendaCard[] {
  const calendar = findCalendar(risks.plan) ?? continuousCalendar(risks.plan.zone);
  const shown = risks.pasts.filter(({ item, history }) => isOpen(item) || closedSince(history, openedAt, now));
  const past = new Map(shown.map((one) => [one.id, one]));
  const lines = shown.map(({ id, item, history }) => {
    const state = riskState(history, now);
    const asked = waitingRungs(history, laddersOf(risks.plan), { now, calendar }).filter(({ dueAt }) => dueAt <= now);
    return {
      risk: id,
      exposure: exposureOf(currentScore(item)),
      staleDays: state === null ? 0 : staleDays(state, now),
      overdueSince: asked[0]?.dueAt ?? null,
      raisedAt: item.createdAt,
    };
  });
  return agenda(lines, lastHeldAt).map((line) => agendaCard(past.get(line.risk)!, { risks, now, isNew: line.isNew }));
}

function closedSince(history: RiskPast["history"], openedAt: number, now: number): boolean {
  const before = riskState(history, openedAt);
  return before !== null && before.isOpen && riskState(history, now)?.isOpen === false;
}

interface Shown {
  readonly risks: OpenRisks;
  readonly now: number;
  readonly isNew: boolean;
}

function agendaCard({ id, item, record }: RiskPast, { risks, now, isNew }: Shown): AgendaCard {
  const { response } = detailsOf(item);
  const decided = risks.log.reviews.filter((event): event is Taken => event.kind === "decided" && event.risk === id);
  const last = decided.toSorted((a, b) => a.at - b.at).at(-1);
  return {
    ...cardOf(item, { mapping: risks.found.mapping, matrix: matrixOf(risks.plan), now }),
    risk: id,
    tag: record.now.tag,
    description: toText(item.description).text,
    response: textOf(response) ?? "",
    due: item.due,
    raisedAt: item.createdAt,
    isNew,
    asked: risks.log.rungs.filter(({ risk }) => risk === id).map(({ asked }) => asked),
    lastDecision: last === undefined ? null : sayDecision(last),
  };
}

type NameOf = (accountId: string) => string;

function openView(review: Review, { log }: OpenRisks, nameOf: NameOf): OpenReview {
  const opened = log.reviews.find((event) => event.review === review.review && event.kind === "opened");
  const sides: readonly Side[] = ["supplier", "buyer", "joint"];
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

function pastView({ review, openedAt, closedAt, isHeld, missing, decisions }: Review): readonly PastReview[] {
  if (closedAt === null) return [];
  const minutes = Math.round((closedAt - openedAt) / 60_000);
  return [{ id: review, openedAt, minutes, isHeld, missing, decisions: decisions.length }];
}

/** Whoever the plan names, on the side of the work they own, on both where it has none; the seats of the buyer's own project on the buyer's. */
function peopleOf(plan: Plan): ReviewView["people"] {
  const owners = [...plan.risks, ...plan.steps].flatMap(({ owner, side }) =>
    owner === null ? [] : [{ person: owner, side: side ?? ("joint" as const) }],
  );
  const seats = Object.values(plan.seats).flatMap((person) =>
    typeof person === "string" ? [{ person, side: "buyer" as const }] : [],
  );
  const all = [...owners, ...seats, ...(plan.owner === null ? [] : [{ person: plan.owner, side: "buyer" as const }])];
  return [...new Map(all.map((one) => [one.person, one])).values()];
}

async function namesIn({ log }: OpenRisks, { jira }: LoggingOutside): Promise<NameOf> {
  const accounts = [...new Set(log.reviews.map(({ by }) => by))];
  const names = new Map(await Promise.all(accounts.map(async (by) => [by, await jira.nameOf(by)] as const)));
  return (accountId) => names.get(accountId) ?? "somebody";
}
