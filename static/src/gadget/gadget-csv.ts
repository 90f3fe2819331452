import type { GadgetView } from "#contract/gadget";
import { easierOf } from "./easier-of";
import { csv } from "../parts/download";

export function gadgetCsv(view: GadgetView): string {
  const rows = view.cards.map((card) => [
    card.metric,
    card.verdict.colour,
    card.verdict.reason,
    card.value,
    card.lower,
    card.upper,
    card.n,
    card.sentence,
    easierOf(card, view).join(" "),
  ]);
  const about = [
    ["snapshot", view.snapshot],
    ["plan", view.title],
    ["wave", view.wave],
    ["age in hours", view.ageHours],
  ];
  return csv([
    ...about,
    ["metric", "verdict", "reason", "value", "lower", "upper", "n", "sentence", "made easier"],
    ...rows,
  ]);
}
