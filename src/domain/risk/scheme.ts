import type { Plan } from "#domain/plan/plan";
import { startingLadders } from "./ladder";
import type { Ladders } from "./ladder";
import { fiveByFive } from "./matrix";
import type { Matrix } from "./matrix";

/** What a plan has chosen, and what holds where it has chosen nothing. */
export function matrixOf({ riskScheme }: Pick<Plan, "riskScheme">): Matrix {
  return riskScheme.matrix ?? fiveByFive;
}

export function laddersOf({ riskScheme }: Pick<Plan, "riskScheme">): Ladders {
  return riskScheme.ladders ?? startingLadders;
}
