import type { z } from "zod";
import type { Plan } from "#domain/plan/plan";
import type { ItemKind } from "#domain/sync/item";
import { headKeys, planFile } from "./plan-file";

/** Which parts of an item's property no plan can hold. A property can be written by any editor, so nothing in it is taken on trust. */
export function readPlanItem(kind: ItemKind, property: Readonly<Record<string, unknown>>): { unreadable: string[] } {
  const known = Object.entries(property).filter(([key]) => !ours.has(key));
  if (known.length === 0 || parses(kind, Object.fromEntries(known))) return { unreadable: [] };
  return { unreadable: known.filter(([key, value]) => !parses(kind, { [key]: value })).map(([key]) => key) };
}

/** A plan put together from its parts, read as strictly as a plan file. */
export function readPlanDocument(document: unknown): z.ZodSafeParseResult<Plan> {
  return planFile.safeParse(document);
}

/** Kept beside the plan's own words, and not part of a plan file. */
const ours = new Set(["version", "ownerIs", "order", "parts", "exposure", "source"]);

function parses(kind: ItemKind, parts: Readonly<Record<string, unknown>>): boolean {
  return readPlanDocument(documentWith(kind, parts)).success;
}

function documentWith(kind: ItemKind, parts: Readonly<Record<string, unknown>>): unknown {
  const plan = { id: "plan", title: "Plan" };
  if (kind === "plan") {
    const entries = Object.entries(parts);
    const head = Object.fromEntries(entries.filter(([key]) => headKeys.includes(key)));
    const beside = Object.fromEntries(entries.filter(([key]) => !headKeys.includes(key)));
    return { uptake: 1, plan: { ...plan, ...head }, ...beside };
  }
  const item = { id: "item", title: "Item" };
  if (kind === "step") return { uptake: 1, plan, steps: [{ ...item, ...parts }] };
  if (kind === "rollback") return { uptake: 1, plan, rollbacks: [{ ...item, ...parts }] };
  return { uptake: 1, plan, risks: [{ ...item, tag: "pre-delivery", likelihood: 3, impact: 3, ...numbers(parts) }] };
}

function numbers(parts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== null));
}
