/** How a plan weighs its risks: the named steps of two scales, and the bands their product falls into. */
export interface Matrix {
  /** From the least likely. A score is a place in this list, counted from 1. */
  readonly likelihoods: readonly string[];
  readonly impacts: readonly string[];
  /** From the lightest; each reaches from its own exposure up to the next one's. */
  readonly bands: readonly Band[];
}

export interface Band {
  readonly name: string;
  readonly from: number;
  /** Days without a human touch after which a risk of this band has been forgotten. */
  readonly staleAfterDays: number;
}

export interface Assessment {
  readonly likelihood: number;
  readonly impact: number;
}

/** `inherent`: as if nobody did anything. `residual`: with the response in place, once somebody has said so. */
export interface Score {
  readonly inherent: Assessment;
  readonly residual: Assessment | null;
}

/** What a plan uses that has chosen nothing else. */
export const fiveByFive: Matrix = {
  likelihoods: ["rare", "unlikely", "possible", "likely", "almost certain"],
  impacts: ["negligible", "minor", "moderate", "major", "severe"],
  bands: [
    { name: "low", from: 1, staleAfterDays: 28 },
    { name: "medium", from: 5, staleAfterDays: 14 },
    { name: "high", from: 10, staleAfterDays: 7 },
    { name: "extreme", from: 17, staleAfterDays: 7 },
  ],
};

export function exposureOf({ likelihood, impact }: Assessment): number {
  return likelihood * impact;
}

/** What counts today: the residual score, or the inherent one while nobody has assessed what the response leaves over. */
export function currentOf({ inherent, residual }: Score): Assessment {
  return residual ?? inherent;
}

/** By how much the response lowers the exposure; negative for a response that makes it worse, which is worth seeing. */
export function reductionOf({ inherent, residual }: Score): number {
  return residual === null ? 0 : exposureOf(inherent) - exposureOf(residual);
}

/** The heaviest band the exposure reaches; below the first band still the first. */
export function bandOf({ bands }: Matrix, exposure: number): Band {
  return bands.findLast(({ from }) => exposure >= from) ?? bands[0] ?? fiveByFive.bands[0]!;
}

/** How deep a band stands among its matrix's own, from 0 to 3 whatever their number and names: what pictures shade by. */
export function bandWeight(matrix: Matrix, exposure: number): number {
  const heaviest = matrix.bands.length - 1;
  return heaviest < 1 ? 0 : Math.round((3 * Math.max(0, matrix.bands.indexOf(bandOf(matrix, exposure)))) / heaviest);
}

export function isOn(matrix: Matrix, { likelihood, impact }: Assessment): boolean {
  return isStep(likelihood, matrix.likelihoods) && isStep(impact, matrix.impacts);
}

function isStep(score: number, scale: readonly string[]): boolean {
  return Number.isInteger(score) && score >= 1 && score <= scale.length;
}

/** Why a matrix cannot be used, in words for whoever wrote it. */
export function matrixFaults({ likelihoods, impacts, bands }: Matrix): readonly string[] {
  const faults: (string | null)[] = [
    scaleFault("likelihood", likelihoods),
    scaleFault("impact", impacts),
    bands.length === 0 ? "The matrix has no bands." : null,
    bands.length > 0 && bands[0]!.from > 1
      ? `No band holds an exposure of 1: the first starts at ${bands[0]!.from}.`
      : null,
    bands.some(({ from }, place) => place > 0 && from <= bands[place - 1]!.from)
      ? "Bands go from light to heavy."
      : null,
    bands.some(({ staleAfterDays }) => !(staleAfterDays > 0)) ? "A risk goes stale after one day or more." : null,
  ];
  return faults.filter((fault) => fault !== null);
}

function scaleFault(name: string, scale: readonly string[]): string | null {
  if (scale.length < 2 || scale.length > 10) return `The scale of ${name} has ${scale.length} steps; 2 to 10 work.`;
  const isRepeated = new Set(scale.map((word) => word.trim().toLowerCase())).size < scale.length;
  return isRepeated ? `Two steps of the scale of ${name} have one name.` : null;
}
