import type { ItemKind } from "../sync/item";

/** Which types, fields and link types of the site stand for a plan's things in one space. */
export interface SpaceMapping {
  readonly space: { readonly id: string; readonly key: string };
  readonly types: Readonly<Record<ItemKind, MappedType>>;
  readonly fields: MappedFields;
  readonly links: MappedLinks;
}

export interface MappedType {
  readonly id: string;
  readonly level: number;
}

/** Ids of the fields; null where the site has none, then the value stays in the work item's property. */
export interface MappedFields {
  readonly phase: string | null;
  readonly likelihood: string | null;
  readonly impact: string | null;
  readonly exposure: string | null;
  /** The two dates are used only where they stand on every screen of the space. */
  readonly start: string | null;
  readonly due: string | null;
}

/** Names of the link types, as Jira matches them. */
export interface MappedLinks {
  readonly after: string;
  readonly has: string;
  readonly threatens: string;
  readonly covers: string;
}
