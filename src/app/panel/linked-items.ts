import type { LinkedItem } from "#contract/panel";
import type { SpaceMapping } from "#domain/setup/mapping";
import type { EdgeKind } from "#domain/sync/item";
import type { JiraItem } from "../ports";
import { kindOfLink } from "../sync/held";

export interface LinkSide {
  readonly kind: EdgeKind;
  /** The end at which the item itself stands. */
  readonly end: "from" | "to";
  readonly mapping: SpaceMapping;
}

export function linkedTo(item: JiraItem, { kind, end, mapping }: LinkSide): readonly LinkedItem[] {
  return item.links
    .filter((link) => link.end === end && kindOfLink(link.type, mapping) === kind)
    .map(({ other }) => ({
      key: other.key,
      title: other.title,
      status: other.status.name,
      done: other.status.category === "done",
    }));
}
