import type { WeighedRisk } from "./exposure";
import { bandOf, bandWeight, isOn } from "./matrix";
import type { Matrix } from "./matrix";

export interface HeatMap {
  /** Every cell, also the empty ones: rows from the likeliest down, in a row the impacts upward. */
  readonly rows: readonly (readonly HeatCell[])[];
  /** Open risks whose score the matrix does not have, as after the plan has chosen a smaller one. */
  readonly off: readonly string[];
}

export interface HeatCell {
  readonly likelihood: number;
  readonly impact: number;
  readonly exposure: number;
  readonly band: string;
  readonly weight: number;
  readonly ids: readonly string[];
}

export function heatMap(matrix: Matrix, risks: readonly WeighedRisk[]): HeatMap {
  const open = risks.filter(({ isOpen }) => isOpen);
  const cells = Map.groupBy(open, (risk) => (isOn(matrix, risk) ? `${risk.likelihood}/${risk.impact}` : "off"));
  const idsAt = (place: string) => (cells.get(place) ?? []).map(({ id }) => id);
  const cell = (likelihood: number, impact: number): HeatCell => {
    const exposure = likelihood * impact;
    const band = bandOf(matrix, exposure).name;
    const weight = bandWeight(matrix, exposure);
    return { likelihood, impact, exposure, band, weight, ids: idsAt(`${likelihood}/${impact}`) };
  };
  const rows = matrix.likelihoods.map((_, row) => {
    const likelihood = matrix.likelihoods.length - row;
    return matrix.impacts.map((_impact, column) => cell(likelihood, column + 1));
  });
  return { rows, off: idsAt("off") };
}
