import { sayDay } from "#domain/calendar/say-day";
import { reviewsOf } from "#domain/risk/review";
import type { Settled, Taken } from "#domain/risk/review";
import { dayAt } from "#domain/calendar/zone";
import type { LoggingOutside } from "../log";
import type { OpenRisks } from "./open-risks";

/** One comment on each risk that was decided, with what stands; whoever overruled whom stays in the review's own record. */
export async function writeMinutes(risks: OpenRisks, id: string, outside: LoggingOutside): Promise<void> {
  const review = reviewsOf(risks.log.reviews).find((one) => one.review === id);
  if (review === undefined) return;
  const day = dayAt(review.openedAt, risks.plan.zone);
  const people = Object.values(review.present).flat().join(", ");
  for (const settled of review.decisions) {
    const { stands } = settled;
    const item = risks.items.get(stands.risk);
    if (item === undefined || risks.log.minuted.has(stands.id)) continue;
    const by = { accountId: stands.by, name: await outside.jira.nameOf(stands.by) };
    const lines = [`Risk review of ${sayDay(day)}: ${sayDecision(stands)}.`, stands.note, sayContest(settled)].filter(
      Boolean,
    );
    const room = people === "" ? [] : [[`Present: ${people}.`]];
    await outside.jiraAsApp.comment(item.id, [...lines.map((line) => [line]), ["Decided by ", by, "."], ...room]);
    const at = outside.clock.now();
    const body = { kind: "minuted", decision: stands.id };
    await outside.log.append(risks.ref, "review", [{ id: `minuted/${stands.id}`, at, body }]);
  }
}

const words: Readonly<Record<Taken["decision"]["kind"], string>> = {
  keep: "looked at, left as it is",
  accept: "accepted",
  treat: "to be mitigated",
  transfer: "transferred",
  escalate: "escalated to the next level",
  close: "closed",
  retag: "retagged",
  rescore: "scored anew",
};

/** “to be mitigated, Ann by 9 Mar 2026” */
export function sayDecision({ decision, owner, due }: Taken): string {
  const pledge = [owner ?? "", due === null ? "" : `by ${sayDay(due)}`].filter(Boolean).join(" ");
  return pledge === "" ? sayKind(decision) : `${sayKind(decision)}, ${pledge}`;
}

function sayKind(decision: Taken["decision"]): string {
  if (decision.kind === "retag") return `now ${decision.tag}`;
  if (decision.kind === "rescore") {
    return `scored ${decision.likelihood} × ${decision.impact} = ${decision.likelihood * decision.impact}`;
  }
  return words[decision.kind];
}

function sayContest({ isContested, overruled }: Settled): string {
  if (!isContested) return "";
  return `Taken without sight of each other; not standing: ${overruled.map(sayDecision).join("; ")}.`;
}
