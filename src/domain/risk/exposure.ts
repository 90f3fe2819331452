import type { RiskTag } from "#domain/plan/plan";
import type { Item } from "#domain/schedule/schedule";

/** A risk as far as sums and pictures need it. */
export interface WeighedRisk {
  readonly id: string;
  readonly tag: RiskTag;
  readonly isOpen: boolean;
  readonly likelihood: number;
  readonly impact: number;
  /** Ids of the steps it threatens. */
  readonly threatens: readonly string[];
}

export interface Exposure {
  readonly open: number;
  readonly exposure: number;
}

export function exposureSum(risks: readonly WeighedRisk[]): Exposure {
  const open = risks.filter(({ isOpen }) => isOpen);
  const exposure = open.reduce((sum, { likelihood, impact }) => sum + likelihood * impact, 0);
  return { open: open.length, exposure };
}

export interface CriticalExposure extends Exposure {
  /** The risks that can move the end of the plan, heaviest first, with the critical steps they threaten. */
  readonly risks: readonly { readonly id: string; readonly exposure: number; readonly steps: readonly string[] }[];
}

/** Open risks that threaten a critical step, each counted once however many of those it threatens. */
export function criticalExposure(
  risks: readonly WeighedRisk[],
  items: readonly Pick<Item, "id" | "critical">[],
): CriticalExposure {
  const critical = new Set(items.filter((item) => item.critical).map(({ id }) => id));
  const found = risks
    .filter(({ isOpen }) => isOpen)
    .map(({ id, likelihood, impact, threatens }) => ({
      id,
      exposure: likelihood * impact,
      steps: [...new Set(threatens)].filter((step) => critical.has(step)),
    }))
    .filter(({ steps }) => steps.length > 0)
    .toSorted((a, b) => b.exposure - a.exposure || (a.id < b.id ? -1 : 1));
  return { open: found.length, exposure: found.reduce((sum, { exposure }) => sum + exposure, 0), risks: found };
}
