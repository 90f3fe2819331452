import { sayDay } from "#domain/calendar/say-day";
import { daysBetween } from "#domain/calendar/day";
import type { Kpi } from "#domain/plan/plan";
import { oldestEvidenceHours } from "./thresholds";
import { judge, red } from "./verdict";
import type { Verdict } from "./verdict";

/** A value of a KPI as somebody entered it. */
export interface Reading {
  readonly on: string;
  readonly value: number;
}

export interface Outcome {
  readonly kpi: string;
  readonly reading: Reading | null;
  /** What was planned for the day of the reading; null before the first planned point. */
  readonly planned: number | null;
  /** Reality minus plan, in the KPI's unit. */
  readonly delta: number | null;
  readonly standing: "ahead" | "on plan" | "behind" | "unknown";
  readonly verdict: Verdict;
  readonly sentence: string;
}

/**
 * K1: the planned value of a day lies on the straight line between the points around it. After the last point that value holds; before
 * the first nothing was promised.
 */
export function plannedAt(planned: Kpi["planned"], day: string): number | null {
  const points = planned.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const before = points.findLast(({ on }) => on <= day);
  const after = points.find(({ on }) => on > day);
  if (before === undefined) return null;
  if (after === undefined) return before.value;
  const part = daysBetween(before.on, day) / daysBetween(before.on, after.on);
  return before.value + part * (after.value - before.value);
}

/** K2: reality against the plan for the same day. Behind is RED; so is a reading older than seven days, or none at all. */
export function outcome(kpi: Kpi, readings: readonly Reading[], today: string): Outcome {
  const reading = readings.filter(({ on }) => on <= today).reduce<Reading | null>(newest, null);
  if (reading === null) {
    const sentence = `${kpi.title}: nobody has entered a value.`;
    return {
      kpi: kpi.id,
      reading,
      planned: null,
      delta: null,
      standing: "unknown",
      verdict: red("no-evidence"),
      sentence,
    };
  }
  const planned = plannedAt(kpi.planned, reading.on);
  const delta = planned === null ? null : reading.value - planned;
  const standing = standingOf(delta, kpi.better);
  const verdict = judge([
    [daysBetween(reading.on, today) * 24 <= oldestEvidenceHours, "stale-data"],
    [standing !== "unknown", "undefined"],
    [standing !== "behind", "threshold"],
  ]);
  return { kpi: kpi.id, reading, planned, delta, standing, verdict, sentence: sentenceOf(kpi, reading, planned) };
}

function newest(found: Reading | null, next: Reading): Reading {
  return found === null || next.on >= found.on ? next : found;
}

function standingOf(delta: number | null, better: Kpi["better"]): Outcome["standing"] {
  if (delta === null) return "unknown";
  if (delta === 0) return "on plan";
  return delta > 0 === (better === "higher") ? "ahead" : "behind";
}

function sentenceOf(kpi: Kpi, reading: Reading, planned: number | null): string {
  const unit = kpi.unit === "" ? "" : ` ${kpi.unit}`;
  const real = `${kpi.title}: ${spell(reading.value)}${unit} on ${sayDay(reading.on)}`;
  if (planned === null) return `${real}; nothing was planned for so early.`;
  const delta = reading.value - planned;
  const standing = standingOf(delta, kpi.better);
  const sign = delta > 0 ? "+" : delta < 0 ? "−" : "±";
  return `${real}, ${spell(planned)} planned: ${sign}${spell(Math.abs(delta))}${unit}, ${standing} (${kpi.better} is better).`;
}

function spell(value: number): string {
  return String(Number(value.toFixed(2)));
}

/** K3: green outside, red inside: the schedule is met while what the plan is for is not. */
export function isWatermelon(schedule: Verdict, outcomes: readonly Pick<Outcome, "verdict">[]): boolean {
  return schedule.colour === "GREEN" && outcomes.some(({ verdict }) => verdict.colour === "RED");
}
