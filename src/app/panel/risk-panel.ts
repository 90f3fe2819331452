import type { RiskPanel } from "#contract/panel";
import { bandOf, bandWeight } from "#domain/risk/matrix";
import { matrixOf } from "#domain/risk/scheme";
import { currentScore, detailsOf, tagOf } from "../risk/risk-words";
import type { Outside } from "../ports";
import { textOf } from "../risk/risk-cards";
import { linkedTo } from "./linked-items";
import { nameOf, ownPlan } from "./shown";
import type { Shown } from "./shown";

export async function riskPanel(shown: Shown, { jira, who }: Outside): Promise<RiskPanel> {
  const { item, found } = shown;
  const { likelihood, impact } = currentScore(item);
  const { response, owner } = detailsOf(item);
  const check = { accountId: who.accountId, spaceId: item.spaceId, permissions: ["EDIT_ISSUES"] };
  const matrix = matrixOf(ownPlan(shown));
  const canEdit = (await jira.missingPermissions(check)).length === 0;
  return {
    kind: "risk",
    plan: nameOf(shown, ownPlan(shown)),
    title: item.summary,
    tag: tagOf(item),
    likelihood,
    impact,
    exposure: likelihood * impact,
    most: { likelihood: matrix.likelihoods.length, impact: matrix.impacts.length },
    band: bandOf(matrix, likelihood * impact).name,
    weight: bandWeight(matrix, likelihood * impact),
    owner: item.assignee?.name ?? textOf(owner),
    due: item.due,
    canEdit,
    response: typeof response === "string" ? response : "",
    threatens: linkedTo(item, { kind: "threatens", end: "from", mapping: found.mapping }),
  };
}
