import type {
  attendRequest,
  closeReviewRequest,
  decideRequest,
  openReviewRequest,
  ReviewView,
} from "#contract/reviews";
import { isOn } from "#domain/risk/matrix";
import { matrixOf } from "#domain/risk/scheme";
import { reviewsOf } from "#domain/risk/review";
import type { Review, ReviewEvent, ReviewFact, Taken } from "#domain/risk/review";
import type { z } from "zod";
import type { LoggingOutside } from "../log";
import { Refusal } from "../refusal";
import { carryOut } from "./carry-out";
import { escalateDue } from "./escalate";
import { writeMinutes } from "./minutes";
import { offScale } from "./off-scale";
import { openRisks, openRisksToWrite, rereadRisks, riskIn } from "./open-risks";
import type { OpenRisks } from "./open-risks";
import { reviewViewOf } from "./review-view";

/** The weekly review of a plan's risks: where it stands, what is on the agenda, and when the next one is due (M52). */
export async function riskReview({ plan }: { readonly plan: string }, outside: LoggingOutside): Promise<ReviewView> {
  return reviewViewOf(await openRisks(plan, outside), outside);
}

/** Opens a review, or joins the one that is on: two people press the button in the same minute. */
export async function openReview(
  { plan, review }: z.output<typeof openReviewRequest>,
  outside: LoggingOutside,
): Promise<ReviewView> {
  const risks = await openRisksToWrite(plan, outside);
  if (openIn(risks) === null) await note(risks, { id: review, review, fact: { kind: "opened" } }, outside);
  return after(risks, outside);
}

export async function attendReview(
  { plan, review, person, side, present }: z.output<typeof attendRequest>,
  outside: LoggingOutside,
): Promise<ReviewView> {
  const risks = await openRisksToWrite(plan, outside);
  mustBeOpen(risks, review);
  const fact: ReviewFact = { kind: present ? "present" : "absent", person, side };
  await note(risks, { id: outside.newId(), review, fact }, outside);
  return after(risks, outside);
}

/** Takes a decision in the review, and carries it out at once. None is lost: what it overrules stays to be seen (R20). */
export async function decideRisk(
  request: z.output<typeof decideRequest>,
  outside: LoggingOutside,
): Promise<ReviewView> {
  const risks = await openRisksToWrite(request.plan, outside);
  const { id, review, risk, decision, note: words, owner, due, over } = request;
  mustBeOpen(risks, review);
  const item = riskIn(risks, risk);
  if (decision.kind === "rescore" && !isOn(matrixOf(risks.plan), decision)) throw offScale(matrixOf(risks.plan));
  const at = outside.clock.now();
  const fact = { kind: "decided", risk, decision, note: words, owner, due, over } as const;
  const taken: Taken = { id, at, by: outside.who.accountId, review, ...fact };
  await carryOut({ taken, item, mapping: risks.found.mapping, ref: risks.ref }, outside);
  await note(risks, { id, review, fact }, outside);
  if (decision.kind === "escalate") await escalateDue(request.plan, outside);
  return riskReview(request, outside);
}

/** Ends the review and writes its minutes to each work item; sent again, it writes only what is missing. */
export async function closeReview(
  { plan, review }: z.output<typeof closeReviewRequest>,
  outside: LoggingOutside,
): Promise<ReviewView> {
  const risks = await openRisksToWrite(plan, outside);
  const known = reviewsOf(risks.log.reviews).find((one) => one.review === review);
  if (known === undefined) throw gone();
  if (known.closedAt === null) await note(risks, { id: `${review}/closed`, review, fact: { kind: "closed" } }, outside);
  const ended = await rereadRisks(risks, outside);
  await writeMinutes(ended, review, outside);
  return after(ended, outside);
}

interface Noted {
  readonly id: string;
  readonly review: string;
  readonly fact: ReviewFact;
}

async function note({ ref }: OpenRisks, { id, review, fact }: Noted, outside: LoggingOutside): Promise<void> {
  const body: Omit<ReviewEvent, "id" | "at"> = { review, by: outside.who.accountId, ...fact };
  await outside.log.append(ref, "review", [{ id, at: outside.clock.now(), body }]);
}

async function after(risks: OpenRisks, outside: LoggingOutside): Promise<ReviewView> {
  return reviewViewOf(await rereadRisks(risks, outside), outside);
}

export function openIn({ log }: Pick<OpenRisks, "log">): Review | null {
  return reviewsOf(log.reviews).findLast(({ closedAt }) => closedAt === null) ?? null;
}

function mustBeOpen(risks: OpenRisks, review: string): void {
  if (openIn(risks)?.review !== review) throw gone();
}

function gone(): Refusal {
  return new Refusal("stale", {
    message: "This review is over, or somebody else has opened another.",
    mend: "Load the page again to see how it stands.",
  });
}
