import { z } from "zod";
import { sides } from "#domain/plan/step-kinds";
import type { RiskCard } from "./risks";

const words = (most: number) => z.string().trim().min(1).max(most);
const day = z.iso.date().nullable();
const ofReview = { plan: words(200), review: z.uuid() };
export const side = z.enum(sides);

export const reviewDecision = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("keep") }),
  z.object({ kind: z.literal("accept") }),
  z.object({ kind: z.literal("treat") }),
  z.object({ kind: z.literal("transfer") }),
  z.object({ kind: z.literal("escalate") }),
  z.object({ kind: z.literal("close") }),
  z.object({ kind: z.literal("retag"), tag: z.enum(["pre-delivery", "post-delivery"]) }),
  z.object({ kind: z.literal("rescore"), likelihood: z.int().min(1).max(10), impact: z.int().min(1).max(10) }),
]);

export type DecisionView = z.infer<typeof reviewDecision>;

/** The page names the review, so that a call sent twice opens one. */
export const openReviewRequest = z.object(ofReview);
export const attendRequest = z.object({ ...ofReview, person: words(200), side, present: z.boolean() });
export const decideRequest = z.object({
  ...ofReview,
  /** Of this decision, made by the page. */
  id: z.uuid(),
  risk: words(200),
  decision: reviewDecision,
  note: z.string().trim().max(2000),
  owner: words(200).nullable(),
  due: day,
  /** The decision that was on the screen; null where there was none. */
  over: z.string().max(40).nullable(),
});
/** On the risk's own work item, which comes from the signed context. */
export const decideHereRequest = decideRequest.pick({ id: true, decision: true, note: true, owner: true, due: true });
export const closeReviewRequest = z.object(ofReview);

export interface ReviewView {
  readonly zone: string;
  readonly now: number;
  readonly canEdit: boolean;
  /** The steps of the plan's scales, the lightest first. */
  readonly scales: { readonly likelihoods: readonly string[]; readonly impacts: readonly string[] };
  readonly due: { readonly day: string; readonly overdueDays: number; readonly lastHeldAt: number | null };
  /** The review that is on; null when none is. */
  readonly open: OpenReview | null;
  /** In the order of the meeting. */
  readonly agenda: readonly AgendaCard[];
  /** Pre-delivery risks that were open as the plan was delivered, and that nobody has closed, retagged or escalated since (M51). */
  readonly untriaged: readonly string[];
  /** The newest first. */
  readonly past: readonly PastReview[];
}

/** When the next review is due, a day of the plan's zone. */
export interface NextReview {
  readonly day: string;
  readonly overdueDays: number;
}

/** Somebody who may be in the room, by the name Jira shows. */
export interface Attendee {
  readonly person: string;
  readonly side: z.infer<typeof side>;
}

export interface OpenReview {
  readonly id: string;
  readonly openedAt: number;
  readonly by: string;
  readonly present: readonly Attendee[];
  /** The sides nobody speaks for yet. */
  readonly missing: readonly string[];
  readonly decisions: readonly SettledView[];
}

export interface SettledView {
  readonly risk: string;
  readonly stands: TakenView;
  readonly overruled: readonly TakenView[];
  readonly isContested: boolean;
}

export interface TakenView {
  readonly id: string;
  readonly at: number;
  readonly by: string;
  /** “Mitigate, Ann by 9 Mar” */
  readonly said: string;
  readonly note: string;
}

export interface AgendaCard extends RiskCard {
  readonly risk: string;
  readonly tag: "pre-delivery" | "post-delivery";
  readonly description: string;
  readonly response: string;
  /** The day from which it may strike. */
  readonly proximity: string | null;
  readonly due: string | null;
  readonly raisedAt: number;
  readonly isNew: boolean;
  /** The newest first. */
  readonly history: readonly RiskMoment[];
}

export interface RiskMoment {
  readonly at: number;
  readonly said: string;
}

export interface PastReview {
  readonly id: string;
  readonly openedAt: number;
  readonly minutes: number;
  readonly isHeld: boolean;
  readonly missing: readonly string[];
  readonly present: Readonly<Record<z.infer<typeof side>, readonly string[]>>;
  readonly decisions: readonly MinuteView[];
}

/** What stands on one risk, as the minutes have it. */
export interface MinuteView {
  readonly key: string;
  readonly title: string;
  readonly said: string;
  readonly note: string;
  readonly by: string;
  /** How long the room was with it. */
  readonly seconds: number;
  readonly overruled: readonly string[];
  readonly isContested: boolean;
}
