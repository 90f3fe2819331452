import { headKeys } from "#contract/plan-file";
import type { ItemKind } from "#domain/sync/item";

/** What of an item is kept in its property, by the names the plan file uses. */
export const detailKeys: Readonly<Record<ItemKind, readonly string[]>> = {
  plan: [
    ...headKeys,
    "ownerIs",
    "waves",
    "departments",
    "raci",
    "kpis",
    "communication",
    "resources",
    "dataSources",
    "mappings",
    "curricula",
    "deliverables",
    "handoffs",
    "processMaps",
    "documents",
    "permissions",
    "sections",
    "accepted",
    "riskScheme",
    "gates",
    "order",
  ],
  step: [
    "start",
    "anchor",
    "duration",
    "constraint",
    "deadline",
    "calendar",
    "success",
    "side",
    "stream",
    "phase",
    "wave",
    "parent",
    "kind",
    "objective",
    "needs",
    "departments",
    "owner",
    "ownerIs",
    "after",
  ],
  risk: ["response", "residual", "proximity", "answeredBy", "side", "owner", "ownerIs", "threatens"],
  rollback: ["triggers", "runbook", "communication", "lessons", "owner", "ownerIs", "covers"],
};

export const itemProperty = "uptake.item";

export function detailProperty(kind: ItemKind): string {
  return `uptake.${kind}`;
}

/** Jira refuses properties of more than 32,768 letters; the rest is room for what stands around the value. */
export const propertyLetters = 30_000;

/** One spelling for one value: keys in order, empty is null. */
export function canonical(value: unknown): string | null {
  if (value === undefined || value === null || value === "") return null;
  return JSON.stringify(value, (_, inner: unknown) => (isRecord(inner) ? sorted(inner) : inner));
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sorted(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
