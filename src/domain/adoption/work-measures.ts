import type { Threshold } from "#domain/plan/plan";
import { fewestForConcentration } from "./concentration";
import type { Concentration } from "./concentration";
import { titleOf } from "./convention";
import type { Found } from "./measures";
import { exactPercent, percent, percentRange } from "./sentence";
import type { UserAdoption } from "./shares";
import { fewestPeople, isOnlyUnsure, passes } from "./thresholds";
import { judge, red } from "./verdict";
import type { Check } from "./verdict";

const nothing = { value: null, lower: null, upper: null, caution: null };

/** V8: what the busiest tenth did of week 3. */
export function concentrationMeasure(found: Concentration | null, threshold: Threshold, fresh: Check): Found {
  const title = titleOf(threshold);
  if (found === null) {
    const says = "No third week after go-live is over yet";
    return { title, verdict: red("no-evidence"), says, asks: null, ...nothing, n: 0 };
  }
  const n = found.people;
  if (n < fewestForConcentration) {
    const says = `Of fewer than ${fewestForConcentration} people the busiest tenth is fewer than five: no number is shown`;
    return { title, verdict: red("insufficient-n"), says, asks: null, ...nothing, n: 0 };
  }
  const { estimate, lower, upper } = found;
  if (estimate === null) {
    const says = "Nobody did anything in the third week";
    return { title, verdict: judge([fresh, [false, "undefined"]]), says, asks: null, ...nothing, n };
  }
  const verdict = judge([fresh, [passes({ estimate, lower, upper }, threshold), "threshold"]]);
  const says = `The busiest tenth did ${percent(estimate)}${percentRange(lower, upper)} of the work of week 3`;
  const asks = `gate 2 asks for ${exactPercent(threshold.value)} at most`;
  return { title, verdict, says, asks, value: estimate, lower, upper, n, caution: null };
}

/** V9: who works in the system on the median working day. */
export function adoptionRateMeasure(found: UserAdoption | null, threshold: Threshold, fresh: Check): Found {
  const title = titleOf(threshold);
  if (found === null || found.estimate === null) {
    const says = "Nobody had started by any working day of the last seven days";
    return { title, verdict: red("no-evidence"), says, asks: null, ...nothing, n: 0 };
  }
  const { estimate, lower, upper, whole } = found;
  const verdict = judge([
    fresh,
    [whole >= fewestPeople, "insufficient-n"],
    [passes({ estimate, lower, upper }, threshold), "threshold"],
  ]);
  const says = `${percent(estimate)}${percentRange(lower, upper)} work in the system on a usual day`;
  const unsure = isOnlyUnsure({ estimate, lower, upper }, threshold);
  const sure = unsure ? `, for sure ${exactPercent(threshold.bound ?? threshold.value)}` : "";
  const asks = `gate 2 needs ${exactPercent(threshold.value)}${sure}`;
  return { title, verdict, says, asks, value: estimate, lower, upper, n: whole, caution: null };
}
