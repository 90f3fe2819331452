import { endKey } from "./edges";
import type { EdgeSteps } from "./edges";
import type { EdgeKind, Fields, Item } from "./item";

/**
 * Fields that follow from others and are never asked about: the exposure of a risk, and the lists that keep the order and the
 * type of links whose existence Jira's own links decide.
 */
export function derive(item: Item, merged: Fields, edges: EdgeSteps): Fields {
  return {
    ...("exposure" in item.fields ? { exposure: exposure(merged) } : {}),
    ...("owner" in item.fields ? ownerWords(item, merged) : {}),
    ...("day" in item.fields ? { start: pinned(item, merged) } : {}),
    ...linkLists(item, edges.ends),
  };
}

/** Which items an item waits for, threatens or covers: as Jira's links say, in the order and with the words of the list it keeps. */
export function linkLists(item: Pick<Item, "id" | "kind" | "fields">, ends: EdgeSteps["ends"]): Fields {
  return Object.fromEntries(lists(item.kind).map((list) => [list.field, mergedList(item, list, ends)]));
}

export function exposure(fields: Fields): string | null {
  const likelihood = Number(fields["likelihood"] ?? Number.NaN);
  const impact = Number(fields["impact"] ?? Number.NaN);
  return Number.isNaN(likelihood * impact) ? null : String(likelihood * impact);
}

/** The plan's words for the person, as long as it is the person the plan means; `ownerIs` remembers whom the words stand for. */
function ownerWords(item: Item, merged: Fields): Fields {
  const account = merged["assignee"] ?? null;
  const meant = item.fields["assignee"];
  const words = meant === undefined || meant === account ? (item.fields["owner"] ?? null) : quoted(account);
  return { owner: words, ownerIs: quoted(meant === undefined ? null : account) };
}

/** The day a step is pinned to follows Jira's start date; the minute the plan names holds as long as the day does. */
function pinned(item: Item, merged: Fields): string | null {
  const day = merged["day"] ?? null;
  return day === item.fields["day"] ? (item.fields["start"] ?? null) : quoted(day);
}

function quoted(text: string | null): string | null {
  return text === null ? null : JSON.stringify(text);
}

interface List {
  readonly field: string;
  readonly kind: EdgeKind;
  /** The end of the edge at which this item stands. */
  readonly end: "from" | "to";
}

function lists(kind: Item["kind"]): readonly List[] {
  if (kind === "step") return [{ field: "after", kind: "after", end: "to" }];
  if (kind === "risk") return [{ field: "threatens", kind: "threatens", end: "from" }];
  return kind === "rollback" ? [{ field: "covers", kind: "covers", end: "from" }] : [];
}

function mergedList(item: Pick<Item, "id" | "fields">, list: List, ends: EdgeSteps["ends"]): string | null {
  const written: unknown = JSON.parse(item.fields[list.field] ?? "[]");
  const entries: readonly unknown[] = Array.isArray(written) ? written : [];
  const held = ends.get(endKey(list.kind, list.end, item.id)) ?? [];
  const kept = entries.filter((entry) => held.includes(named(entry)));
  const names = new Set(kept.map(named));
  const all = [...kept, ...held.filter((id) => !names.has(id)).toSorted()];
  return all.length === 0 ? null : JSON.stringify(all);
}

/** An entry is an id, or an object that says more about the dependency on `step`. */
export function named(entry: unknown): string {
  if (typeof entry === "string") return entry;
  const step = typeof entry === "object" && entry !== null && "step" in entry ? entry.step : "";
  return typeof step === "string" ? step : "";
}
