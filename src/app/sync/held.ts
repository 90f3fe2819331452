import { z } from "zod";
import { readPlanItem } from "#contract/plan-item";
import type { SpaceMapping } from "#domain/setup/mapping";
import { toText } from "#domain/sync/document";
import type { EdgeKind, Fields, HeldEdge, HeldItem, ItemKind, Snapshot } from "#domain/sync/item";
import type { JiraItem } from "../ports";
import { canonical, detailKeys, detailProperty, isRecord, itemProperty } from "./details";
import { nativeFields, tagOfOption } from "./native";

export const identity = z.object({
  plan: z.string(),
  item: z.string(),
  kind: z.enum(["plan", "step", "risk", "rollback"]),
  version: z.literal(1),
});

export type Identity = z.output<typeof identity>;

/** Any editor can write a property, so an identity counts only on a type that set-up gave to that kind, in this space. */
export function identityOf(item: JiraItem, mapping: SpaceMapping): Identity | null {
  const read = identity.safeParse(item.properties[itemProperty]);
  if (!read.success) return null;
  const fits = item.spaceId === mapping.space.id && item.typeId === mapping.types[read.data.kind].id;
  return fits ? read.data : null;
}

/** The plan's side of Jira: its work items and the links between them. Of two with one identity the older counts. */
export function snapshotOf(items: readonly JiraItem[], plan: string, mapping: SpaceMapping): Snapshot {
  return snapshotAmong(items, { plan, mapping, known: new Map() });
}

export interface Among {
  readonly plan: string;
  readonly mapping: SpaceMapping;
  /** Names of further items of the plan, by issue id, for the links that lead to them. */
  readonly known: ReadonlyMap<string, string>;
}

export function snapshotAmong(items: readonly JiraItem[], { plan, mapping, known }: Among): Snapshot {
  const ours = items
    .toSorted((a, b) => Number(a.id) - Number(b.id))
    .flatMap((item) => {
      const found = identityOf(item, mapping);
      return found === null || found.plan !== plan ? [] : [{ item, id: found.item, kind: found.kind }];
    });
  const first = new Map(ours.toReversed().map((one) => [one.id, one]));
  const kept = [...first.values()].toReversed();
  const names = new Map([...known, ...kept.map(({ item, id }) => [item.id, id] as const)]);
  return {
    items: kept.map(({ item, id, kind }) => ({ ...named(heldItem(item, kind, mapping), names), id, ours: true })),
    edges: edgesAmong(kept, { names, mapping }),
    strays: [],
  };
}

/** The plan's links as these work items hold them, each once. */
export function edgesAmong(
  items: readonly { readonly id: string; readonly item: JiraItem }[],
  naming: Naming,
): readonly HeldEdge[] {
  return uniqueEdges(items.flatMap(({ item, id }) => edgesFrom(item, id, naming)));
}

/** The parent by its name in the plan, where it is of the plan. */
export function named<T extends Pick<HeldItem, "fields">>(held: T, names: ReadonlyMap<string, string>): T {
  const { under } = held.fields;
  if (under === undefined || under === null) return held;
  return { ...held, fields: { ...held.fields, under: names.get(under) ?? under } };
}

/** An existing work item seen as a kind of plan item, whether or not it already is one. */
export function heldItem(item: JiraItem, kind: ItemKind, mapping: SpaceMapping): Omit<HeldItem, "id" | "ours"> {
  const { text, rich } = toText(item.description);
  const native = nativeFields(mapping);
  const property = item.properties[detailProperty(kind)];
  const details = detailsOf(isRecord(property) ? property : {}, kind);
  const inJira = {
    summary: item.summary.trim() || null,
    description: text || null,
    assignee: item.assignee?.accountId ?? null,
    tag: tagOfOption(item.phase),
    likelihood: numberText(item.likelihood),
    impact: numberText(item.impact),
    exposure: numberText(item.exposure),
    day: item.start,
    due: item.due,
    under: item.parent?.id ?? null,
  };
  const fields = Object.fromEntries(Object.entries(inJira).filter(([field]) => native.includes(field)));
  return {
    kind,
    status: { id: item.status.id, done: item.status.category === "done" },
    title: item.summary,
    issue: item.id,
    key: item.key,
    fields: { ...details.fields, ...fields },
    rich: rich ? ["description"] : [],
    unsayable: details.unsayable,
    document: item.description === null || item.description === undefined ? null : JSON.stringify(item.description),
    foreignType: item.typeId === mapping.types[kind].id ? null : item.typeId,
  };
}

/** Scores and tag stand in the property where the space has no field for them. */
const inProperty = ["tag", "likelihood", "impact", "exposure"];

function detailsOf(property: Readonly<Record<string, unknown>>, kind: ItemKind) {
  const keys = kind === "risk" ? [...detailKeys[kind], ...inProperty] : detailKeys[kind];
  const fields: Fields = Object.fromEntries(keys.map((key) => [key, detailText(key, property[key])]));
  const unsayable = readPlanItem(kind, property).unreadable;
  return { fields, unsayable };
}

function detailText(key: string, value: unknown): string | null {
  if (inProperty.includes(key)) return typeof value === "string" || typeof value === "number" ? String(value) : null;
  return canonical(value);
}

function numberText(value: number | null): string | null {
  return value === null ? null : String(value);
}

interface Naming {
  readonly names: ReadonlyMap<string, string>;
  readonly mapping: SpaceMapping;
}

function edgesFrom(item: JiraItem, id: string, { names, mapping }: Naming): readonly HeldEdge[] {
  return item.links.flatMap((link): readonly HeldEdge[] => {
    const other = names.get(link.other.id);
    const kind = kindOfLink(link.type, mapping);
    if (other === undefined || kind === null) return [];
    return [{ kind, link: link.id, ...(link.end === "from" ? { from: id, to: other } : { from: other, to: id }) }];
  });
}

export function kindOfLink(type: string, mapping: SpaceMapping): EdgeKind | null {
  const { after, has, threatens, covers } = mapping.links;
  const kinds = [
    ["after", after],
    ["has", has],
    ["threatens", threatens],
    ["covers", covers],
  ] as const;
  return kinds.find(([, name]) => name === type)?.[0] ?? null;
}

/** Each link is seen from both of its ends. */
function uniqueEdges(edges: readonly HeldEdge[]): readonly HeldEdge[] {
  return [...new Map(edges.map((edge) => [edge.link, edge])).values()];
}
