import type { HeatView } from "#contract/risks";
import { heatMap } from "#domain/risk/heat-map";
import { fiveByFive } from "#domain/risk/matrix";
import type { JiraItem } from "../ports";
import { isOpen, scoreOf, tagOf } from "./risk-words";

/** Every score the app reads is on its matrix, so no risk stands beside it. */
export function heatOf(items: readonly JiraItem[]): HeatView {
  const weighed = items.map((item) => ({
    id: item.key,
    tag: tagOf(item),
    isOpen: isOpen(item),
    likelihood: scoreOf(item, "likelihood"),
    impact: scoreOf(item, "impact"),
    threatens: [],
  }));
  const { rows } = heatMap(fiveByFive, weighed);
  const { likelihoods, impacts } = fiveByFive;
  return { likelihoods, impacts, rows: rows.map((row) => row.map(({ ids, ...cell }) => ({ ...cell, keys: ids }))) };
}
