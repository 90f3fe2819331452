import type { RiskBoardView } from "#contract/risks";
import { matrixOf } from "#domain/risk/scheme";
import { headOf } from "../plan/load-plan";
import { openPlan } from "../plan/find-plan";
import type { FoundPlan } from "../plan/find-plan";
import { planIssues } from "../plan/plan-issues";
import { propertiesOf } from "../plan/plan-part";
import type { JiraItem, Outside } from "../ports";
import { snapshotOf } from "../sync/held";
import { readItems } from "../sync/read-items";
import { readViews } from "./board-views";
import { heatOf } from "./heat";
import { cardOf } from "./risk-cards";
import { tagOf } from "./risk-words";

/** The risks of a plan in two lanes, before and after delivery, as they stand in Jira. */
export async function riskBoard({ plan: id }: { readonly plan: string }, outside: Outside): Promise<RiskBoardView> {
  const found = await openPlan(id, outside);
  const { space, types } = found.mapping;
  const [items, statuses, canEdit] = await Promise.all([
    risksOf(found, outside),
    outside.jira.statuses(space.id, types.risk.id),
    mayEdit(space.id, outside),
  ]);
  const matrix = matrixOf(headOf(found));
  const weighing = { mapping: found.mapping, matrix, now: outside.clock.now() };
  const lane = (tag: "pre-delivery" | "post-delivery") => {
    const cards = items.filter((item) => tagOf(item) === tag).map((item) => cardOf(item, weighing));
    return { tag, cards: cards.toSorted((a, b) => b.exposure - a.exposure || b.staleDays - a.staleDays) };
  };
  return {
    plan: { id, title: found.item.summary },
    statuses,
    lanes: [lane("pre-delivery"), lane("post-delivery")],
    heat: heatOf(items, matrix),
    jql: `uptakePlan = ${JSON.stringify(id)} AND uptakeKind = "risk" ORDER BY key`,
    views: await readViews({ space: space.id, plan: id }, outside),
    canEdit,
  };
}

/** The app asks on nobody's behalf: it reads boards and moves nothing. */
async function mayEdit(spaceId: string, { jira, who }: Outside): Promise<boolean> {
  if (who.accountId === "") return false;
  const check = { accountId: who.accountId, spaceId, permissions: ["EDIT_ISSUES"] };
  return (await jira.missingPermissions(check)).length === 0;
}

async function risksOf(found: FoundPlan, outside: Outside): Promise<readonly JiraItem[]> {
  const items = await readItems(
    outside.jira,
    await planIssues(found, "risk", outside),
    found.mapping,
    propertiesOf("risk"),
  );
  const { items: ours } = snapshotOf(items, found.id, found.mapping);
  const risks = new Set(ours.filter(({ kind }) => kind === "risk").map(({ issue }) => issue));
  return items.filter((item) => risks.has(item.id));
}
