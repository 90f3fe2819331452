import type { Cohort } from "#domain/adoption/cohort";
import { conventionOf } from "#domain/adoption/convention";
import { adoptionCurve } from "#domain/adoption/curve";
import { measure, settled } from "#domain/adoption/measures";
import type { Evidence, Measure } from "#domain/adoption/measures";
import { smallestGroup } from "#domain/adoption/suppression";
import { fewestWeeks } from "#domain/adoption/thresholds";
import { red } from "#domain/adoption/verdict";
import type { Threshold } from "#domain/plan/plan";
import type { Basis } from "./basis";
import { isWeekShown } from "./shown-parts";

/** The measure of a threshold as this view may show it. */
export function shownMeasure(basis: Basis, threshold: Threshold): Measure {
  if (basis.isHidden) return hidden(threshold, basis.evidence);
  const found = measure(threshold, basis.evidence);
  return restsOn(basis, threshold).every((week) => isWeekShown(basis, week)) ? found : withheld(found);
}

/** V7: for the gate of a whole plan every wave must be independent; one that shines does not open it for another. */
export function gateLinesOf(basis: Basis, threshold: Threshold): readonly Measure[] {
  const { plan, wave } = basis.input;
  if (basis.isHidden || threshold.metric !== "ttft" || wave !== null || plan.waves.length < 2) {
    return [shownMeasure(basis, threshold)];
  }
  return plan.waves.map(({ id, title }) => {
    const people = basis.byWave.get(id);
    const own = people === undefined ? null : ofWave(basis, threshold, { id, people });
    const line = own ?? hidden(threshold, basis.evidence);
    return { ...line, title: `${title}: ${line.title}`, sentence: `${title}: ${line.sentence}` };
  });
}

function ofWave(basis: Basis, threshold: Threshold, { id, people }: { id: string; people: Cohort }): Measure | null {
  if (people.time.length === 0) return measure(threshold, { ...basis.evidence, curve: null });
  return basis.cuts.wave(id) ? measure(threshold, { ...basis.evidence, curve: adoptionCurve(people) }) : null;
}

/** The weeks a number is pooled from. */
export function restsOn({ evidence }: Basis, { metric }: Threshold): readonly string[] {
  const weeks = settled(evidence.helpDesk).map(({ week }) => week);
  if (metric === "hdr") return weeks.slice(-fewestWeeks);
  return metric === "trend" ? weeks : [];
}

const unshown = { value: null, lower: null, upper: null, n: 0 };

function hidden({ metric }: Threshold, { clock }: Evidence): Measure {
  return {
    metric,
    title: metric,
    verdict: red("insufficient-n"),
    sentence: `Fewer than ${smallestGroup} people here, or in a group beside: no number is shown.`,
    ...unshown,
    convention: conventionOf(metric, clock).convention,
  };
}

/** The verdict stands; the number would tell of a week in which fewer than five people worked. */
function withheld(found: Measure): Measure {
  const sentence = `${found.title}: in one of the weeks fewer than ${smallestGroup} people worked, so no number is shown.`;
  return { ...found, sentence, ...unshown };
}
