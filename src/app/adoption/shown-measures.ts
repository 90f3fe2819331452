import type { Cohort } from "#domain/adoption/cohort";
import { conventionOf, titleOf } from "#domain/adoption/convention";
import { adoptionCurve } from "#domain/adoption/curve";
import { aside, measure, settled } from "#domain/adoption/measures";
import type { Evidence, Measure } from "#domain/adoption/measures";
import { isCountShown, smallestGroup } from "#domain/adoption/suppression";
import { fewestWeeks } from "#domain/adoption/thresholds";
import { red } from "#domain/adoption/verdict";
import type { Threshold } from "#domain/plan/plan";
import type { Basis } from "./basis";
import { thresholdsOf } from "./plan-clock";
import { secondLook } from "./second-look";
import { isWeekShown } from "./shown-parts";
import { workCounts } from "./work-counts";

/** The measure of a threshold as this view may show it. */
export function shownMeasure(basis: Basis, threshold: Threshold): Measure {
  const asked = thresholdsOf(basis.input.plan).includes(threshold);
  if (basis.isHidden) return { ...hidden(threshold, basis.evidence), asked };
  const found = (asked ? measure : aside)(threshold, basis.evidence);
  return isMeasureShown(basis, threshold) ? found : withheld(found);
}

export function isMeasureShown(basis: Basis, threshold: Threshold): boolean {
  if (basis.isHidden) return false;
  return (
    restsOn(basis, threshold).every((week) => isWeekShown(basis, week)) &&
    workCounts(basis, threshold.metric).every((count) => isCountShown(basis.input.wave, count))
  );
}

/** V7: for the gate of a whole plan every wave must be independent; one that shines does not open it for another. */
export function gateLinesOf(basis: Basis, threshold: Threshold): readonly Measure[] {
  const { plan, wave } = basis.input;
  if (basis.isHidden || threshold.metric !== "ttft" || wave !== null || plan.waves.length < 2) {
    return [secondLook(basis, threshold, shownMeasure(basis, threshold))];
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

const unshown = { value: null, lower: null, upper: null, n: 0, caution: null };

export function hidden(threshold: Threshold, { clock }: Evidence): Measure {
  const { metric } = threshold;
  return {
    metric,
    title: titleOf(threshold),
    asked: true,
    verdict: red("insufficient-n"),
    sentence: `This group or one beside it has fewer than ${smallestGroup} people: no number is shown.`,
    ...unshown,
    convention: conventionOf(metric, clock).convention,
  };
}

/** The verdict stands; the number would tell of fewer than five people, in a week or a wave. */
function withheld(found: Measure): Measure {
  const sentence = `${found.title}: a part of it rests on fewer than ${smallestGroup} people, so no number is shown.`;
  return { ...found, sentence, ...unshown };
}
