import { blankRisk } from "./blank";
import type { Plan, Risk, RiskTag } from "./plan";

/** The five ways in which a rollout usually goes wrong (M75), to start a register from. */
const library: readonly {
  readonly id: string;
  readonly title: string;
  readonly tag: RiskTag;
  readonly response: string;
}[] = [
  {
    id: "feature-creep",
    title: "Requests grow after the scope is agreed",
    tag: "pre-delivery",
    response: "Hold a change board; what comes in names what goes out.",
  },
  {
    id: "budget-overrun",
    title: "The effort exceeds what was approved",
    tag: "pre-delivery",
    response: "Compare burn and scope every week, and agree the cuts in advance.",
  },
  {
    id: "delayed-launch",
    title: "Go-live slips past its latest useful day",
    tag: "post-delivery",
    response: "Fix the latest day per wave, and decide a week before it.",
  },
  {
    id: "poor-data",
    title: "The data arrives wrong, twice or not at all",
    tag: "pre-delivery",
    response: "Clean before delivery, and let a sample decide.",
  },
  {
    id: "low-adoption",
    title: "People keep their old ways after go-live",
    tag: "post-delivery",
    response: "Watch who works alone by week two, and help the rest by name.",
  },
];

/** The starter risks a plan does not hold yet, so that importing twice changes nothing. */
export function starterRisks(plan: Plan): readonly Risk[] {
  const held = new Set(plan.risks.map(({ id }) => id));
  return library
    .filter(({ id }) => !held.has(id))
    .map(({ id, title, tag, response }) => ({ ...blankRisk(id, title), tag, response }));
}
