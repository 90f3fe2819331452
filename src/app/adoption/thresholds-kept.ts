import { thresholdChanges } from "#domain/adoption/threshold-changes";
import type { ThresholdChange, ThresholdState, TradeOff } from "#domain/adoption/threshold-changes";
import type { Plan } from "#domain/plan/plan";
import { threshold } from "#contract/plan-governance";
import { z } from "zod";
import type { AdoptionOutside } from "../adoption-ports";
import { thresholdsOf } from "./plan-clock";

const metric = z.enum(["ttft", "hdr", "trend", "concentration", "adoption-rate"]);

// One kept before `to` was answers for a threshold taken away, and for nothing else.
const decision = z.object({
  metric,
  on: z.string(),
  to: threshold.nullable().default(null),
  by: z.string(),
  givenUp: z.string(),
});

const history = z.object({
  states: z.array(z.object({ on: z.string(), thresholds: z.array(threshold) })),
  decisions: z.array(decision),
});

export interface ThresholdHistory {
  readonly states: readonly ThresholdState[];
  readonly decisions: readonly TradeOff[];
}

export const noHistory: ThresholdHistory = { states: [], decisions: [] };

type Kept = Pick<AdoptionOutside, "settings">;

export async function readHistory(plan: string, { settings }: Kept): Promise<ThresholdHistory> {
  return history.catch({ states: [], decisions: [] }).parse(await settings.read(keyOf(plan)));
}

/** T2: the thresholds as first seen are those of the kick-off; what they are at the end of a later day is that day's state. */
export async function noteThresholds(plan: Plan, today: string, outside: Kept): Promise<ThresholdHistory> {
  const before = await readHistory(plan.id, outside);
  const state = { on: today, thresholds: thresholdsOf(plan) };
  if (JSON.stringify(before.states.at(-1)?.thresholds) === JSON.stringify(state.thresholds)) return before;
  const earlier = before.states.filter(({ on }, at) => at === 0 || on !== today);
  const after = { ...before, states: [...earlier, state] };
  await outside.settings.write(keyOf(plan.id), after);
  return after;
}

export async function noteDecision(plan: string, decision: TradeOff, outside: Kept): Promise<void> {
  const before = await readHistory(plan, outside);
  await outside.settings.write(keyOf(plan), { ...before, decisions: [...before.decisions, decision] });
}

export function changesIn({ states, decisions }: ThresholdHistory): readonly ThresholdChange[] {
  return thresholdChanges(states, decisions);
}

function keyOf(plan: string): string {
  return `thresholds:${plan}`;
}
