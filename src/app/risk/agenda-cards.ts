import type { AgendaCard, RiskMoment } from "#contract/reviews";
import { continuousCalendar } from "#domain/calendar/calendar";
import { findCalendar } from "#domain/plan/plan-calendar";
import { agenda } from "#domain/risk/agenda";
import { riskState } from "#domain/risk/history";
import { waitingRungs } from "#domain/risk/ladder";
import { exposureOf } from "#domain/risk/matrix";
import type { Taken } from "#domain/risk/review";
import { laddersOf, matrixOf } from "#domain/risk/scheme";
import { staleDays } from "#domain/risk/staleness";
import { toText } from "#domain/sync/document";
import { sayDecision } from "./minutes";
import type { OpenRisks } from "./open-risks";
import type { RiskPast } from "./pasts";
import { cardOf, textOf } from "./risk-cards";
import { currentScore, detailsOf, isOpen } from "./risk-words";

interface Moment {
  readonly now: number;
  readonly lastHeldAt: number | null;
  /** A risk closed in the review that is on stays on its agenda, so that the list does not jump under anybody's hand. */
  readonly openedAt: number;
}

export function agendaOf(risks: OpenRisks, { now, lastHeldAt, openedAt }: Moment): readonly AgendaCard[] {
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
  const { response, proximity } = detailsOf(item);
  return {
    ...cardOf(item, { mapping: risks.found.mapping, matrix: matrixOf(risks.plan), now }),
    risk: id,
    tag: record.now.tag,
    description: toText(item.description).text,
    response: textOf(response) ?? "",
    proximity: textOf(proximity),
    due: item.due,
    raisedAt: item.createdAt,
    isNew,
    history: historyOf(id, risks),
  };
}

const mostMoments = 6;

/** What was decided on a risk and who was asked about it, the newest first. */
function historyOf(id: string, { log }: OpenRisks): readonly RiskMoment[] {
  const decided = log.reviews
    .filter((event): event is Taken => event.kind === "decided" && event.risk === id)
    .map((taken) => ({ at: taken.at, said: `${sayDecision(taken)}${taken.note === "" ? "" : `: ${taken.note}`}` }));
  const asked = log.rungs
    .filter(({ risk }) => risk === id)
    .map(({ at, asked: who, level }) => ({ at, said: `level ${level} asked${who === "" ? "" : `: ${who}`}` }));
  return [...decided, ...asked].toSorted((a, b) => b.at - a.at).slice(0, mostMoments);
}
