import { ordered } from "#domain/calendar/ordered";
import { wallOf } from "#domain/calendar/zone";
import { conditionText, leavesOf } from "./condition";
import type { Condition, Limit } from "./condition";
import { evaluate, sameName } from "./evaluate";
import type { Entry, Finding } from "./evaluate";
import { exact, times, wholePart } from "./exact";
import { timeMeasure, unitOf } from "./units";

export type TriggerState =
  /** Since `at`, by what `by` entered. */
  | { readonly kind: "met"; readonly at: number; readonly by: string; readonly because: readonly Entry[] }
  /** It was met, and a later reading took that back: worth knowing before anybody decides. */
  | {
      readonly kind: "lapsed";
      readonly at: number;
      readonly by: string;
      readonly until: number;
      readonly because: readonly Entry[];
    }
  | { readonly kind: "not-met" }
  /** It cannot be told until somebody enters these. */
  | { readonly kind: "unknown"; readonly missing: readonly string[] };

/** Where a trigger stands at `now`, and since when: worked out at every instant at which something could have turned it. */
export function triggerState(condition: Condition, log: readonly Entry[], now: number): TriggerState {
  const entries = ordered(log).filter((entry) => entry.at <= now);
  let met: { at: number; by: string; because: readonly Entry[] } | null = null;
  let until: number | null = null;
  let last: Finding = evaluate(condition, entries, now);
  for (const at of turningPoints(condition, entries, now)) {
    last = evaluate(condition, entries, at);
    if (last.truth !== "true") until ??= met === null ? null : at;
    else if (met === null || until !== null) [met, until] = [{ at, by: reporter(last), because: last.because }, null];
  }
  if (met !== null) return until === null ? { kind: "met", ...met } : { kind: "lapsed", ...met, until };
  return last.truth === "unknown" ? { kind: "unknown", missing: [...new Set(last.missing)] } : { kind: "not-met" };
}

/** Whoever entered the last thing it took. */
function reporter({ because }: Finding): string {
  return ordered(because).at(-1)?.by ?? "";
}

function turningPoints(condition: Condition, entries: readonly Entry[], now: number): readonly number[] {
  const limits = leavesOf(condition).flatMap((leaf) => (leaf.kind === "reading" ? [leaf] : []));
  const moments = entries.flatMap((entry) => [
    entry.at,
    ...limits.filter(({ reading }) => sameName(reading, entry.reading)).flatMap((limit) => turnsOf(entry, limit)),
  ]);
  const known = entries[0]?.at ?? now;
  return [...new Set([...moments, now])].filter((at) => at >= known && at <= now).toSorted((a, b) => a - b);
}

/** When a reading grows too old, and when a running time reaches a limit and passes it. */
function turnsOf(entry: Entry, { value, unit, windowMinutes }: Limit): readonly number[] {
  const old = windowMinutes === null ? [] : [entry.at + windowMinutes * 60_000];
  const { measure, scale } = unitOf(unit);
  if (entry.kind !== "running" || measure !== timeMeasure) return old;
  const reached = entry.since + wholePart(times(exact(value), scale));
  return [...old, reached, reached + 1];
}

/** `Met at 14:32 by ann: downtime > 4 h.` */
export function triggerSentence(state: TriggerState, condition: Condition, zone: string): string {
  const text = conditionText(condition);
  switch (state.kind) {
    case "met":
      return `Met at ${clockAt(state.at, zone)} by ${state.by}: ${text}.`;
    case "lapsed":
      return `Met at ${clockAt(state.at, zone)} by ${state.by}, no longer since ${clockAt(state.until, zone)}: ${text}.`;
    case "not-met":
      return `Not met: ${text}.`;
    case "unknown":
      return `Not known, nobody has entered ${state.missing.join(", ")}: ${text}.`;
  }
}

function clockAt(instant: number, zone: string): string {
  const { minute } = wallOf(instant, zone);
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
