import { endKey } from "./edges";
import type { EdgeSteps } from "./edges";
import type { EdgeKind, Fields, HeldItem, Item } from "./item";

/**
 * Fields that follow from others and are never asked about: the exposure of a risk, and the lists that keep the order and the
 * type of links whose existence Jira's own links decide.
 */
export function derive(item: Item, merged: Fields, around: Around): Fields {
  const { edges, held } = around;
  return {
    ...("exposure" in item.fields ? { exposure: exposure(merged) } : {}),
    ...("owner" in item.fields ? ownerWords(item, merged, around) : {}),
    ...("day" in item.fields ? { start: pinned(item, merged) } : {}),
    ...(item.kind === "step" && "parent" in item.fields ? { parent: groupOf(item, around) } : {}),
    ...linkLists(item, held === null ? edges.ends : withUnseen(item, held, edges)),
  };
}

export interface Around {
  readonly edges: EdgeSteps;
  /** Null for an item about to be made. */
  readonly held: HeldItem | null;
  /** Nobody has moved the assignee since the two agreed. */
  readonly assigneeRests: boolean;
}

/** What leads to items nothing can be said of stays as the work item's own list has it. */
function withUnseen({ id, kind }: Item, { fields }: HeldItem, { ends, unseen }: EdgeSteps): EdgeSteps["ends"] {
  if (unseen.size === 0) return ends;
  const more = lists(kind).map(({ field, kind: edge, end }) => {
    const key = endKey(edge, end, id);
    const hidden = entriesOf(fields[field] ?? null)
      .map(named)
      .filter((name) => unseen.has(name));
    return [key, [...(ends.get(key) ?? []), ...hidden]] as const;
  });
  return new Map([...ends, ...more]);
}

/** The step that groups this one: the plan's word, unless somebody has linked it otherwise in Jira. */
function groupOf(item: Item, { edges: { ends, grouped, unseen }, held }: Around): string | null {
  const written = item.fields["parent"] ?? null;
  const there = held?.fields["parent"] ?? null;
  if ([...unseen].some((id) => quoted(id) === written || quoted(id) === there)) return there;
  const holders = (ends.get(endKey("has", "to", item.id)) ?? []).filter((id) => !id.startsWith("/")).map(quoted);
  if (holders.includes(written)) return written;
  return holders[0] ?? (grouped.has(item.id) ? null : written);
}

/** Which items an item waits for, threatens or covers: as Jira's links say, in the order and with the words of the list it keeps. */
export function linkLists(item: Pick<Item, "id" | "kind" | "fields">, ends: EdgeSteps["ends"]): Fields {
  return Object.fromEntries(lists(item.kind).map((list) => [list.field, mergedList(item, list, ends)]));
}

/** What counts today: the residual score where somebody has given one, else the inherent one. */
export function exposure(fields: Fields): string | null {
  const { likelihood, impact } = residualIn(fields["residual"]) ?? {
    likelihood: Number(fields["likelihood"] ?? Number.NaN),
    impact: Number(fields["impact"] ?? Number.NaN),
  };
  return Number.isNaN(likelihood * impact) ? null : String(likelihood * impact);
}

function residualIn(kept: string | null | undefined): { likelihood: number; impact: number } | null {
  const found = /"impact":(\d+).*"likelihood":(\d+)/.exec(kept ?? "");
  return found === null ? null : { impact: Number(found[1]), likelihood: Number(found[2]) };
}

/** The plan's words for the person, as long as it is the person the plan means; `ownerIs` remembers whom the words stand for. */
function ownerWords(item: Item, merged: Fields, { held, assigneeRests }: Around): Fields {
  const account = merged["assignee"] ?? null;
  const meant = item.fields["assignee"];
  // The two differ and have agreed to, as where the space gives every new work item an assignee: that names no owner.
  if (held !== null && assigneeRests && meant !== undefined && meant !== account) {
    return { owner: held.fields["owner"] ?? null, ownerIs: held.fields["ownerIs"] ?? null };
  }
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
  const entries = entriesOf(item.fields[list.field] ?? null);
  const held = ends.get(endKey(list.kind, list.end, item.id)) ?? [];
  const kept = entries.filter((entry) => held.includes(named(entry)));
  const names = new Set(kept.map(named));
  const all = [...kept, ...held.filter((id) => !names.has(id)).toSorted()];
  return all.length === 0 ? null : JSON.stringify(all);
}

function entriesOf(list: string | null): readonly unknown[] {
  const written: unknown = JSON.parse(list ?? "[]");
  return Array.isArray(written) ? written : [];
}

/** An entry is an id, or an object that says more about the dependency on `step`. */
export function named(entry: unknown): string {
  if (typeof entry === "string") return entry;
  const step = typeof entry === "object" && entry !== null && "step" in entry ? entry.step : "";
  return typeof step === "string" ? step : "";
}
