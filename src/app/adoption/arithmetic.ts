import type { AdoptionOutside } from "../adoption-ports";
import type { ArithmeticView, arithmeticRequest } from "#contract/adoption";
import { daysIn } from "#domain/adoption/thresholds";
import { conventionOf } from "#domain/adoption/convention";
import { adoptionCurve, reachedBy } from "#domain/adoption/curve";
import { measure } from "#domain/adoption/measures";
import type { Cohort } from "#domain/adoption/cohort";
import type { Measure } from "#domain/adoption/measures";
import type { Metric, Threshold } from "#domain/plan/plan";
import type { z } from "zod";
import { Refusal } from "../refusal";
import { arithmeticRows } from "./arithmetic-rows";
import { basisOf } from "./basis";
import type { Basis, SnapshotInput } from "./basis";
import { computeSnapshot } from "./compute-snapshot";
import { adoptionClock, askedOf } from "./plan-clock";
import { snapshotInput } from "./read-snapshot";
import { mustSee } from "./seen-by";
import { hidden, isMeasureShown, shownMeasure } from "./shown-measures";
import { departmentNames, departmentPart, exclusions, isDepartmentShown } from "./shown-parts";

type Asked = z.output<typeof arithmeticRequest>;

/** Everything one number is made of. Whoever may not see the number does not see its inputs either. */
export async function arithmetic(asked: Asked, outside: AdoptionOutside): Promise<ArithmeticView> {
  const loaded = await outside.loadPlan(asked.plan);
  mustSee(asked.metric, await outside.countedItems.hiddenFrom(loaded.plan.id));
  return arithmeticOf(await snapshotInput(loaded, asked.wave, outside), asked);
}

export function arithmeticOf(input: SnapshotInput, asked: Pick<Asked, "metric" | "department">): ArithmeticView {
  const basis = basisOf(input);
  const threshold = thresholdFor(basis, asked.metric);
  const part = asked.department === null ? wholeOf(basis, threshold) : departmentOf(basis, threshold, asked.department);
  const nothing = { columns: [], rows: [] };
  return {
    ...part.found,
    formula: conventionOf(asked.metric, adoptionClock(input.plan)).formula,
    snapshot: computeSnapshot(input).id,
    cut: basis.cut === null ? null : new Date(basis.cut).toISOString(),
    exclusions: [...exclusions(basis), ...openWeeks(basis, asked.metric)],
    ...(part.people === null || part.found.n === 0 ? nothing : arithmeticRows(basis, threshold, part.people)),
  };
}

interface Part {
  readonly found: Measure;
  /** Null where they may not be shown. */
  readonly people: Pick<Cohort, "time" | "status"> | null;
}

function wholeOf(basis: Basis, threshold: Threshold): Part {
  return { found: shownMeasure(basis, threshold), people: isMeasureShown(basis, threshold) ? basis.people : null };
}

function departmentOf(basis: Basis, threshold: Threshold, name: string): Part {
  const isShown = isDepartmentShown(basis, name) && departmentNames(basis.people).includes(name);
  const people = isShown ? departmentPart(basis.people, name) : null;
  const found =
    people === null
      ? hidden(threshold, basis.evidence)
      : measure(reached(threshold, people), { ...basis.evidence, curve: adoptionCurve(people) });
  return { found: { ...found, title: `${name}: ${found.title}` }, people };
}

/** V6: a department is judged by the last day it has reached. */
function reached(threshold: Threshold, people: Pick<Cohort, "time" | "status">): Threshold {
  return { ...threshold, at: `${reachedBy(adoptionCurve(people), daysIn(threshold.at))}d` };
}

/** Weeks are left out of a ratio or a trend, not people. */
function openWeeks({ evidence }: Basis, metric: Metric): ArithmeticView["exclusions"] {
  if (metric !== "hdr" && metric !== "trend") return [];
  const { weeks } = evidence.helpDesk;
  return [
    { what: "Weeks still provisional", count: weeks.filter(({ provisional }) => provisional).length },
    { what: "Weeks without anybody at work", count: weeks.filter(({ active }) => active === 0).length },
  ];
}

function thresholdFor({ input }: Basis, metric: Metric): Threshold {
  const threshold = askedOf(input.plan).find((each) => each.metric === metric);
  if (threshold !== undefined) return threshold;
  throw new Refusal("unsupported", {
    message: `The plan "${input.plan.title}" asks for no such metric.`,
    mend: "Add it to the thresholds of the implementation gate in the plan file, and apply the plan.",
  });
}
