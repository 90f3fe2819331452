import type { RiskBoardView, RiskCard } from "#contract/risks";
import { bandOf, fiveByFive } from "#domain/risk/matrix";
import { isStale, staleDays } from "#domain/risk/staleness";
import { linkedTo } from "../panel/linked-items";
import { openPlan } from "../plan/find-plan";
import type { FoundPlan } from "../plan/find-plan";
import { planIssues } from "../plan/plan-issues";
import type { JiraItem, Outside } from "../ports";
import { snapshotOf } from "../sync/held";
import { readItems } from "../sync/read-items";
import { heatOf } from "./heat";
import { detailsOf, isOpen, scoreOf, tagOf } from "./risk-words";

/** The risks of a plan in two lanes, before and after delivery, as they stand in Jira. */
export async function riskBoard({ plan: id }: { readonly plan: string }, outside: Outside): Promise<RiskBoardView> {
  const found = await openPlan(id, outside);
  const { space, types } = found.mapping;
  const [items, statuses, canEdit] = await Promise.all([
    risksOf(found, outside),
    outside.jira.statuses(space.id, types.risk.id),
    mayEdit(space.id, outside),
  ]);
  const lane = (tag: "pre-delivery" | "post-delivery") => {
    const cards = items.filter((item) => tagOf(item) === tag).map((item) => cardOf(item, found, outside.clock.now()));
    return { tag, cards: cards.toSorted((a, b) => b.exposure - a.exposure || b.staleDays - a.staleDays) };
  };
  return {
    plan: { id, title: found.item.summary },
    statuses,
    lanes: [lane("pre-delivery"), lane("post-delivery")],
    heat: heatOf(items),
    jql: `uptakePlan = ${JSON.stringify(id)} AND uptakeKind = "risk" ORDER BY key`,
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
  const items = await readItems(outside.jira, await planIssues(found, "risk", outside), found.mapping);
  const { items: ours } = snapshotOf(items, found.id, found.mapping);
  const risks = new Set(ours.filter(({ kind }) => kind === "risk").map(({ issue }) => issue));
  return items.filter((item) => risks.has(item.id));
}

function cardOf(item: JiraItem, { mapping }: FoundPlan, now: number): RiskCard {
  const [likelihood, impact] = [scoreOf(item, "likelihood"), scoreOf(item, "impact")];
  const { side, owner } = detailsOf(item);
  const state = { isOpen: isOpen(item), touchedAt: item.updatedAt };
  return {
    key: item.key,
    title: item.summary,
    status: item.status.name,
    likelihood,
    impact,
    exposure: likelihood * impact,
    band: bandOf(fiveByFive, likelihood * impact).name,
    owner: item.assignee?.name ?? textOf(owner),
    side: textOf(side),
    staleDays: staleDays(state, now),
    isStale: isStale(state, { likelihood, impact }, { now, matrix: fiveByFive }),
    threatens: linkedTo(item, { kind: "threatens", end: "from", mapping }).map(({ title }) => title),
  };
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
