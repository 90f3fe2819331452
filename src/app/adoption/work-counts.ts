import type { CountByWave } from "#domain/adoption/suppression";
import type { Metric } from "#domain/plan/plan";
import type { Basis } from "./basis";
import { usualDay, weekThreeHours } from "./work-evidence";
import type { WorkInput } from "./work-evidence";

/** P4: how many people a measure of work counts, by wave: in week 3, or on each of the latest days. They are others than those of the curve. */
export function workCounts({ input, clock, byWave }: Basis, metric: Metric): readonly CountByWave[] {
  if (metric !== "concentration" && metric !== "adoption-rate") return [];
  const { plan, worked } = input;
  const of = (people: WorkInput["people"]): readonly number[] => counts({ plan, people, worked, clock }, metric);
  const total = of(input.people);
  const waves = [...byWave.keys()].map((id) => [id, of(input.people.filter(({ wave }) => wave === id))] as const);
  return total.map((count, at) => ({
    total: count,
    byWave: new Map(waves.map(([id, own]) => [id, own[at] ?? 0])),
  }));
}

function counts(input: WorkInput, metric: "concentration" | "adoption-rate"): readonly number[] {
  if (metric === "concentration") return [weekThreeHours(input)?.length ?? 0];
  return usualDay(input)?.days.map(({ provisioned }) => provisioned) ?? [];
}
