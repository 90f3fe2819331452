import type { LinkedItem, RiskPanel } from "#contract/panel";
import { z } from "zod";
import { bandOf, bandWeight } from "#domain/risk/matrix";
import { matrixOf } from "#domain/risk/scheme";
import { currentScore, detailsOf, tagOf } from "../risk/risk-words";
import type { Outside } from "../ports";
import { textOf } from "../risk/risk-cards";
import { linkedTo } from "./linked-items";
import { nameOf, ownPlan } from "./shown";
import type { Shown } from "./shown";

export async function riskPanel(shown: Shown, outside: Outside): Promise<RiskPanel> {
  const { jira, who } = outside;
  const { item, found } = shown;
  const { likelihood, impact } = currentScore(item);
  const { response, owner, proximity } = detailsOf(item);
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
    proximity: textOf(proximity),
    answeredBy: await answersTo(shown, outside),
    threatens: linkedTo(item, { kind: "threatens", end: "from", mapping: found.mapping }),
  };
}

/** Asked of Jira, which leaves out what it does not show this person; a read only where the risk names any. */
async function answersTo({ item, found }: Shown, { jira }: Outside): Promise<readonly LinkedItem[]> {
  const names = z.array(z.string()).safeParse(detailsOf(item)["answeredBy"]).data ?? [];
  const issues = found.base.items.flatMap(({ id, issue }) => (names.includes(id) ? [issue] : []));
  const items = issues.length === 0 ? [] : await jira.fetchItems(issues, found.mapping);
  return items.map(({ key, summary, status }) => ({
    key,
    title: summary,
    status: status.name,
    done: status.category === "done",
  }));
}
