import type { Agreed, Edge, Fields, ItemKind } from "./item";

/** One thing a proposal asks of Jira, small enough to be written down, sent, and taken back. */
export type Operation = CreateItems | UpdateItem | AddLink | RemoveLink | ReleaseItem | CloseItem;

/** At most fifty items in one call. */
export interface CreateItems {
  readonly kind: "create";
  readonly items: readonly NewItem[];
}

export interface NewItem {
  readonly item: string;
  readonly kind: ItemKind;
  readonly title: string;
  readonly fields: Fields;
  readonly details: Fields;
  /** Id of the item it hangs under, where the hierarchy allows a parent. */
  readonly parent: string | null;
}

export interface UpdateItem {
  readonly kind: "update";
  readonly item: string;
  readonly itemKind: ItemKind;
  readonly title: string;
  readonly issue: string;
  /** Fields to write; what they held before stands in `was`. */
  readonly fields: Fields;
  readonly was: Fields;
  /** What the merge base says of these fields once the call is done. */
  readonly agreed: Readonly<Record<string, Agreed>>;
  /** The whole content of the item's property, after and before; null when it stays as it is. */
  readonly details: Fields | null;
  readonly detailsWere: Fields | null;
  /** The description as Jira held it, when this writes a new one. */
  readonly documentWas: string | null;
  /** A work item the plan takes on: it gets the identity with the values. */
  readonly adopts: boolean;
  /** What it was before, where it changes its type. */
  readonly kindWas: ItemKind | null;
  /** The work type it stood in, where that was none of the plan's. */
  readonly typeWas: string | null;
}

export interface AddLink {
  readonly kind: "link";
  readonly edge: Edge;
}

export interface RemoveLink {
  readonly kind: "unlink";
  readonly edge: Edge;
  readonly link: string;
}

/** The work item leaves the plan: only its identity goes, everything people see stays. */
export interface ReleaseItem {
  readonly kind: "release";
  readonly item: string;
  readonly itemKind: ItemKind;
  readonly title: string;
  readonly issue: string;
  readonly agreed: Readonly<Record<string, Agreed>>;
}

export interface CloseItem {
  readonly kind: "close";
  readonly item: string;
  readonly itemKind: ItemKind;
  readonly title: string;
  readonly issue: string;
  /** The status it stood in, by id. */
  readonly statusWas: string;
}
