import type { RiskCard } from "#contract/risks";
import { bandOf, fiveByFive } from "#domain/risk/matrix";
import { isStale, staleDays } from "#domain/risk/staleness";
import type { SpaceMapping } from "#domain/setup/mapping";
import { linkedTo } from "../panel/linked-items";
import type { JiraItem } from "../ports";
import { detailsOf, isOpen, scoreOf } from "./risk-words";

/** A risk as every list shows it. */
export function cardOf(item: JiraItem, mapping: SpaceMapping, now: number): RiskCard {
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

export function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
