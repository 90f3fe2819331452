import type { HeatView } from "#contract/risks";
import { heatMap } from "#domain/risk/heat-map";
import type { Matrix } from "#domain/risk/matrix";
import type { JiraItem } from "../ports";
import { currentScore, isOpen, tagOf } from "./risk-words";

/** A score that a smaller matrix does not have any more stands beside it, and in the lists. */
export function heatOf(items: readonly JiraItem[], matrix: Matrix): HeatView {
  const weighed = items.map((item) => ({
    id: item.key,
    tag: tagOf(item),
    isOpen: isOpen(item),
    ...currentScore(item),
    threatens: [],
  }));
  const { rows } = heatMap(matrix, weighed);
  const { likelihoods, impacts } = matrix;
  return { likelihoods, impacts, rows: rows.map((row) => row.map(({ ids, ...cell }) => ({ ...cell, keys: ids }))) };
}
