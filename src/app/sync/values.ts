import type { CreateItems, NewItem, UpdateItem } from "#domain/sync/operation";
import type { SpaceMapping } from "#domain/setup/mapping";
import { toDocument } from "#domain/sync/document";
import type { Fields, ItemKind } from "#domain/sync/item";
import type { Change, Draft, FieldValues } from "../ports";
import { detailProperty, isRecord, itemProperty, propertyLetters } from "./details";
import { optionOfTag } from "./native";

export interface Writing {
  readonly plan: string;
  readonly mapping: SpaceMapping;
  /** Issue ids by item, for parents. */
  readonly issues: ReadonlyMap<string, string>;
}

export function draftsOf(operation: CreateItems, writing: Writing): readonly Draft[] {
  return operation.items.map((item) => draftOf(item, writing));
}

function draftOf(item: NewItem, { plan, mapping, issues }: Writing): Draft {
  return {
    item: item.item,
    typeId: mapping.types[item.kind].id,
    parent: item.parent === null ? null : (issues.get(item.parent) ?? null),
    values: valuesOf(item.fields),
    properties: { ...identityProperty(plan, item.item, item.kind), ...detailProperties(item.kind, item.details) },
  };
}

export function changeOf(operation: UpdateItem, { plan, mapping, issues }: Writing): Change {
  const details = operation.details === null ? {} : detailProperties(operation.itemKind, operation.details);
  const { itemKind, kindWas, typeWas } = operation;
  const named = operation.adopts || kindWas !== null ? identityProperty(plan, operation.item, itemKind) : {};
  const type = typeWas === null ? typeValue(itemKind, kindWas, mapping) : { typeId: mapping.types[itemKind].id };
  const values = { ...valuesOf(operation.fields), ...type };
  return { values: { ...values, ...parentValue(operation.fields, issues) }, properties: { ...named, ...details } };
}

function typeValue(kind: ItemKind, was: ItemKind | null, { types }: SpaceMapping): FieldValues {
  return was === null || types[kind].id === types[was].id ? {} : { typeId: types[kind].id };
}

/** The parent is an item of the plan, or somebody else's work item by its number. */
function parentValue({ under }: Fields, issues: Writing["issues"]): FieldValues {
  return under === undefined ? {} : { parent: under === null ? null : (issues.get(under) ?? under) };
}

/** The change that puts back what an update replaced. */
export function changeBack(operation: UpdateItem, { plan, mapping, issues }: Writing): Change {
  const { item, itemKind, kindWas, typeWas } = operation;
  const type = typeWas === null ? (kindWas === null ? {} : typeValue(kindWas, itemKind, mapping)) : { typeId: typeWas };
  const values = { ...valuesOf(operation.was), ...type, ...parentValue(operation.was, issues) };
  const named = kindWas === null ? {} : identityProperty(plan, item, kindWas);
  const document: unknown = operation.documentWas === null ? null : JSON.parse(operation.documentWas);
  const details = operation.detailsWere === null ? {} : detailProperties(kindWas ?? itemKind, operation.detailsWere);
  return {
    values: "description" in operation.fields ? { ...values, description: document } : values,
    properties: { ...named, ...details },
  };
}

export function identityProperty(plan: string, item: string, kind: ItemKind): Readonly<Record<string, unknown>> {
  return { [itemProperty]: { plan, item, kind, version: 1 } };
}

export function detailProperties(kind: ItemKind, details: Fields): Readonly<Record<string, unknown>> {
  const entries = Object.entries(details).flatMap(([key, text]) =>
    text === null ? [] : [[key, valueOf(text)] as const],
  );
  const key = detailProperty(kind);
  const whole = { version: 1, ...Object.fromEntries(entries) };
  const text = JSON.stringify(whole);
  if (text.length <= propertyLetters) return { [key]: whole };
  const pieces = cut(text);
  const parts = pieces.map((piece, at) => [`${key}.${at + 1}`, { text: piece }] as const);
  return { [key]: { version: 1, parts: pieces.length }, ...Object.fromEntries(parts) };
}

/** Number of further properties over which the content of one is spread; 0 when it stands in one. */
export function partsOf(property: unknown): number {
  return isRecord(property) && typeof property["parts"] === "number" ? Math.min(property["parts"], 40) : 0;
}

function cut(text: string): readonly string[] {
  // Letters that JSON escapes take more room than they show; a third is kept free for them.
  const size = Math.floor((propertyLetters * 2) / 3);
  const pieces: string[] = [];
  for (let at = 0; at < text.length;) {
    const end = at + size - (isHalf(text, at + size - 1) ? 1 : 0);
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}

/** An emoji takes two places, and half of one is no letter that Jira would keep. */
function isHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdbff;
}

/** Tag and scores are plain words where they stand in a property; everything else is JSON. */
function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function valuesOf(fields: Fields): FieldValues {
  return Object.entries(fields).reduce<FieldValues>(
    (values, [field, text]) => ({ ...values, ...oneValue(field, text) }),
    {},
  );
}

function oneValue(field: string, text: string | null): FieldValues {
  switch (field) {
    case "summary":
      return { summary: text ?? "" };
    case "description":
      return { description: text === null ? null : toDocument(text) };
    case "assignee":
      return { assignee: text };
    case "day":
      return { start: text };
    case "due":
      return { due: text };
    case "tag":
      return { phase: text === null ? null : optionOfTag(text) };
    case "likelihood":
    case "impact":
    case "exposure":
      return { [field]: text === null ? null : Number(text) };
    default:
      return {};
  }
}
