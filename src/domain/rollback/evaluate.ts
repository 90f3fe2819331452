import type { Happening } from "#domain/calendar/ordered";
import { compare } from "#domain/plan/criterion";
import type { Condition, Limit } from "./condition";
import { difference, exact, share, times } from "./exact";
import type { Exact } from "./exact";
import { shareMeasure, timeMeasure, unitOf } from "./units";

/** What somebody read off, and when. The last entry under a name counts. */
export type Entry = Happening & { readonly by: string; readonly reading: string } & Content;

export type Content =
  | { readonly kind: "value"; readonly value: number; readonly unit: string }
  | { readonly kind: "counts"; readonly part: number; readonly whole: number }
  | { readonly kind: "fact"; readonly holds: boolean }
  /** A time that runs on by itself: down since then, and still, or until. */
  | { readonly kind: "running"; readonly since: number; readonly until: number | null };

/** `unknown` is not false: it asks somebody to go and look. */
export interface Finding {
  readonly truth: "true" | "false" | "unknown";
  /** The entries that make it so. */
  readonly because: readonly Entry[];
  /** Names under which nothing usable was entered. */
  readonly missing: readonly string[];
}

/** What a condition comes to at an instant. The entries are in order of time. */
export function evaluate(condition: Condition, entries: readonly Entry[], at: number): Finding {
  switch (condition.kind) {
    case "reading":
      return limited(condition, entries, at);
    case "fact": {
      const entry = lastOf(entries, condition.fact, at);
      if (entry?.kind !== "fact") return unknown(condition.fact);
      return { truth: entry.holds ? "true" : "false", because: [entry], missing: [] };
    }
    case "all":
    case "any":
      return joined(condition, entries, at);
  }
}

/** One that decides is enough: a false among all, a true among any. Of nothing at all, nothing is true. */
function joined(condition: Extract<Condition, { of: unknown }>, entries: readonly Entry[], at: number): Finding {
  const parts = condition.of.map((part) => evaluate(part, entries, at));
  const [decides, otherwise] = condition.kind === "all" ? (["false", "true"] as const) : (["true", "false"] as const);
  const missing = parts.flatMap((part) => part.missing);
  const deciding = parts.filter(({ truth }) => truth === decides);
  if (deciding.length > 0) return { truth: decides, because: deciding.flatMap(({ because }) => because), missing };
  if (parts.length === 0) return { truth: "false", because: [], missing };
  const isOpen = parts.some(({ truth }) => truth === "unknown");
  return { truth: isOpen ? "unknown" : otherwise, because: parts.flatMap(({ because }) => because), missing };
}

function limited(limit: Limit, entries: readonly Entry[], at: number): Finding {
  const entry = lastOf(entries, limit.reading, at);
  const isFresh = entry !== undefined && (limit.windowMinutes === null || at < entry.at + limit.windowMinutes * 60_000);
  const unit = unitOf(limit.unit);
  const amount = isFresh ? amountOf(entry, unit.measure, at) : null;
  if (entry === undefined || amount === null) return unknown(limit.reading);
  const holds = compare(difference(amount, times(exact(limit.value), unit.scale)), limit.op, 0);
  return { truth: holds ? "true" : "false", because: [entry], missing: [] };
}

function unknown(name: string): Finding {
  return { truth: "unknown", because: [], missing: [name] };
}

function lastOf(entries: readonly Entry[], name: string, at: number): Entry | undefined {
  return entries.findLast((entry) => entry.at <= at && sameName(entry.reading, name));
}

export function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** In the base of the measure asked for; null where the entry measures something else. */
function amountOf(entry: Entry, measure: string, at: number): Exact | null {
  switch (entry.kind) {
    case "value": {
      const unit = unitOf(entry.unit);
      return unit.measure === measure && Number.isFinite(entry.value) ? times(exact(entry.value), unit.scale) : null;
    }
    case "counts":
      if (measure !== shareMeasure && measure !== "") return null;
      return Number.isFinite(entry.part) && Number.isFinite(entry.whole) && entry.whole > 0
        ? share(entry.part, entry.whole)
        : null;
    case "running":
      return measure === timeMeasure ? exact(lengthAt(entry, at)) : null;
    case "fact":
      return null;
  }
}

function lengthAt({ since, until }: { since: number; until: number | null }, at: number): number {
  return Math.max(0, Math.min(until ?? at, at) - since);
}
