import type { Plan, Wave } from "#domain/plan/plan";
import type { PersonFacts } from "./facts";

/**
 * M1: people are counted by the waves the plan declares and those its steps name; where it knows of none, by those the list of people
 * names. A wave without a go-live of its own goes live with the plan.
 */
export function withWaves(plan: Plan, people: readonly Pick<PersonFacts, "wave">[]): Plan {
  const known = new Map(plan.waves.map((wave) => [wave.id, wave]));
  for (const { wave } of plan.steps) add(known, wave);
  if (known.size === 0) for (const { wave } of people) add(known, wave);
  return { ...plan, waves: [...known.values()] };
}

function add(known: Map<string, Wave>, id: string | null): void {
  if (id !== null && !known.has(id)) known.set(id, { id, title: id, golive: null, departments: [] });
}
