import { measure, settled } from "#domain/adoption/measures";
import type { Measure } from "#domain/adoption/measures";
import { red } from "#domain/adoption/verdict";
import { dayAt } from "#domain/calendar/zone";
import type { Threshold } from "#domain/plan/plan";
import type { Basis } from "./basis";

/**
 * V10: whoever looks every week finds a fall by chance sooner or later. So the gate wants the claim on the day declared for it, the
 * plan's anchor `gate2`, or in two settled weeks running.
 */
export function secondLook(basis: Basis, threshold: Threshold, now: Measure): Measure {
  const { plan, now: instant } = basis.input;
  if (threshold.metric !== "trend" || now.verdict.colour === "RED") return now;
  if (plan.anchors["gate2"] === dayAt(instant, plan.zone)) return now;
  const { helpDesk } = basis.evidence;
  const last = settled(helpDesk).at(-1)?.week;
  const before = { ...helpDesk, weeks: helpDesk.weeks.filter(({ week }) => week !== last) };
  if (measure(threshold, { ...basis.evidence, helpDesk: before }).verdict.colour === "GREEN") return now;
  const sentence = `${now.sentence.replace(/\.$/, "")}, but not yet in two weeks running; the gate looks twice.`;
  return { ...now, verdict: red("trend"), sentence };
}
