import type { LinkedItem } from "#contract/panel";
import type { SpaceMapping } from "#domain/setup/mapping";
import type { EdgeKind } from "#domain/sync/item";
import type { JiraItem, JiraLink } from "../ports";
import { kindOfLink } from "../sync/held";

export interface LinkSide {
  readonly kind: EdgeKind;
  /** The end at which the item itself stands. */
  readonly end: "from" | "to";
  readonly mapping: SpaceMapping;
}

export function linkedTo(item: JiraItem, side: LinkSide): readonly LinkedItem[] {
  return linksOf(item, side).map(linkedItem);
}

export function linksOf(item: JiraItem, { kind, end, mapping }: LinkSide): readonly JiraLink[] {
  return item.links.filter((link) => link.end === end && kindOfLink(link.type, mapping) === kind);
}

export function linkedItem({ other }: JiraLink): LinkedItem {
  const { key, title, status } = other;
  return { key, title, status: status.name, done: status.category === "done" };
}
