import type { RiskPanel } from "#contract/panel";
import { detailsOf, scoreOf, tagOf } from "../risk/risk-words";
import { linkedTo } from "./linked-items";
import { nameOf, ownPlan } from "./shown";
import type { Shown } from "./shown";

export function riskPanel(shown: Shown): RiskPanel {
  const { item, found } = shown;
  const [likelihood, impact] = [scoreOf(item, "likelihood"), scoreOf(item, "impact")];
  const { response } = detailsOf(item);
  return {
    kind: "risk",
    plan: nameOf(shown, ownPlan(shown)),
    title: item.summary,
    tag: tagOf(item),
    likelihood,
    impact,
    exposure: likelihood * impact,
    response: typeof response === "string" ? response : "",
    threatens: linkedTo(item, { kind: "threatens", end: "from", mapping: found.mapping }),
  };
}
