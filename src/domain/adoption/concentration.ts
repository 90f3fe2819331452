import { topShareInterval } from "#domain/statistics/top-share";
import type { Estimate } from "#domain/statistics/proportion";
import { level } from "./help-desk";
import { smallestGroup } from "./suppression";

export interface Concentration extends Estimate {
  /** People whose third week is over, those who did nothing in it included. */
  readonly people: number;
  readonly hours: number;
}

const top = 0.1;

/** W2: below this many people the busiest tenth would be fewer than five: a number about persons. */
export const fewestForConcentration = smallestGroup / top;

/**
 * The share of the work of week 3 that the busiest tenth did. Work is counted in hours with at least one transaction: hours merge by
 * union however often a batch comes, which a count of transactions cannot.
 */
export function concentration(hours: readonly number[]): Concentration {
  const total = hours.reduce((sum, each) => sum + each, 0);
  return { ...topShareInterval(hours, top, level), people: hours.length, hours: total };
}
