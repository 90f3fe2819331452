import type { RiskCard } from "#contract/risks";
import { bandOf, bandWeight } from "#domain/risk/matrix";
import type { Matrix } from "#domain/risk/matrix";
import { isStale, staleDays } from "#domain/risk/staleness";
import type { SpaceMapping } from "#domain/setup/mapping";
import { linkedTo } from "../panel/linked-items";
import type { JiraItem } from "../ports";
import { touchedAt } from "./escalation-note";
import { currentScore, detailsOf, isOpen, residualOf, scoreOf } from "./risk-words";

export interface Weighing {
  readonly mapping: SpaceMapping;
  readonly matrix: Matrix;
  readonly now: number;
}

/** A risk as every list shows it: by what counts today, with what it was before anybody did anything. */
export function cardOf(item: JiraItem, { mapping, matrix, now }: Weighing): RiskCard {
  const score = currentScore(item);
  const inherent = scoreOf(item, "likelihood") * scoreOf(item, "impact");
  const exposure = score.likelihood * score.impact;
  const { side, owner } = detailsOf(item);
  const state = { isOpen: isOpen(item), touchedAt: touchedAt(item) };
  return {
    key: item.key,
    title: item.summary,
    status: item.status.name,
    ...score,
    exposure,
    inherent: residualOf(item) === null ? null : inherent,
    band: bandOf(matrix, exposure).name,
    weight: bandWeight(matrix, exposure),
    owner: item.assignee?.name ?? textOf(owner),
    side: textOf(side),
    staleDays: staleDays(state, now),
    isStale: isStale(state, score, { now, matrix }),
    threatens: linkedTo(item, { kind: "threatens", end: "from", mapping }).map(({ title }) => title),
  };
}

export function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
