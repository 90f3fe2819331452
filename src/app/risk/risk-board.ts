import type { RiskBoardView, RiskCard } from "#contract/risks";
import { linkedTo } from "../panel/linked-items";
import type { JiraItem, Outside } from "../ports";
import { findPlan } from "../plan/find-plan";
import type { FoundPlan } from "../plan/find-plan";
import { identityOf } from "../sync/held";
import { isRecord } from "../sync/details";
import { tagOfOption } from "../sync/native";
import { readItems } from "../sync/read-items";

/** The risks of a plan in two lanes, before and after delivery, as they stand in Jira. */
export async function riskBoard({ plan: id }: { readonly plan: string }, outside: Outside): Promise<RiskBoardView> {
  const found = await findPlan(id, outside);
  const { mapping } = found;
  const person = { accountId: outside.who.accountId, spaceId: mapping.space.id };
  const [items, statuses, missing] = await Promise.all([
    risksOf(found, outside),
    outside.jira.statuses(mapping.space.key, mapping.types.risk.id),
    outside.who.accountId === "" ? [] : outside.jira.missingPermissions({ ...person, permissions: ["EDIT_ISSUES"] }),
  ]);
  const cards = items.map((item) => ({ tag: tagOf(item), card: cardOf(item, found, outside.clock.now()) }));
  const lane = (tag: "pre-delivery" | "post-delivery") => ({
    tag,
    cards: cards
      .filter((one) => one.tag === tag)
      .map(({ card }) => card)
      .toSorted((a, b) => b.exposure - a.exposure),
  });
  return {
    plan: { id, title: found.item.summary },
    statuses,
    lanes: [lane("pre-delivery"), lane("post-delivery")],
    jql: `uptakePlan = "${id}" AND uptakeKind = "risk" ORDER BY key`,
    canEdit: missing.length === 0,
  };
}

async function risksOf({ id, mapping }: FoundPlan, outside: Outside): Promise<readonly JiraItem[]> {
  const base = await outside.runs.readBase({ space: mapping.space.id, plan: id });
  const known = base.items.filter(({ kind }) => kind === "risk").map(({ issue }) => issue);
  const indexed = await outside.jira.findIds({
    plan: id,
    kind: "risk",
    space: mapping.space.key,
    types: [mapping.types.risk.id],
  });
  const items = await readItems(outside.jira, [...new Set([...known, ...indexed])], mapping);
  return items.filter((item) => {
    const identity = identityOf(item, mapping);
    return identity?.kind === "risk" && identity.plan === id;
  });
}

/** An unreadable tag counts as before delivery, where it is dealt with sooner. */
export function tagOf(item: JiraItem): "pre-delivery" | "post-delivery" {
  const property = detailsOf(item);
  return (tagOfOption(item.phase) ?? property["tag"]) === "post-delivery" ? "post-delivery" : "pre-delivery";
}

export function scoreOf(item: JiraItem, field: "likelihood" | "impact"): number {
  const score = item[field] ?? Number(detailsOf(item)[field]);
  return Number.isInteger(score) && score >= 1 && score <= 5 ? score : 3;
}

export function detailsOf(item: JiraItem): Readonly<Record<string, unknown>> {
  const property = item.properties["uptake.risk"];
  return isRecord(property) ? property : {};
}

const dayMs = 86_400_000;

function cardOf(item: JiraItem, { mapping }: FoundPlan, now: number): RiskCard {
  const [likelihood, impact] = [scoreOf(item, "likelihood"), scoreOf(item, "impact")];
  const { side } = detailsOf(item);
  return {
    key: item.key,
    title: item.summary,
    status: item.status.name,
    likelihood,
    impact,
    exposure: likelihood * impact,
    owner: item.assignee?.name ?? null,
    side: typeof side === "string" ? side : null,
    staleDays: Math.max(0, Math.floor((now - item.updatedAt) / dayMs)),
    threatens: linkedTo(item, { kind: "threatens", end: "from", mapping }).map(({ title }) => title),
  };
}
