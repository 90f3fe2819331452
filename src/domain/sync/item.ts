export type ItemKind = "plan" | "step" | "risk" | "rollback";

/** What a work item holds, field by field, in words that can be compared: equal text means nothing to do. Null is empty. */
export type Fields = Readonly<Record<string, string | null>>;

export interface Item {
  readonly id: string;
  readonly kind: ItemKind;
  readonly title: string;
  /** Names an existing work item that the plan adopts. */
  readonly key: string | null;
  readonly fields: Fields;
}

/** `after`: from comes before to. `has`: from holds to. `threatens`: a risk and a step. `covers`: a rollback and a step. */
export type EdgeKind = "after" | "has" | "threatens" | "covers";

export interface Edge {
  readonly kind: EdgeKind;
  readonly from: string;
  readonly to: string;
}

export interface Desired {
  readonly id: string;
  readonly title: string;
  readonly items: readonly Item[];
  readonly edges: readonly Edge[];
  /** Fields that live in Jira's own fields here; the rest lives in the work item's property. */
  readonly native: readonly string[];
  readonly refusals: readonly ItemRefusal[];
}

export interface ItemRefusal {
  readonly item: string;
  readonly message: string;
  readonly mend: string;
  /** `item`: nothing of it is written. `field`: the rest of it is. */
  readonly stops: "item" | "field";
}

/** A work item that carries an identity of this plan. */
export interface HeldItem {
  readonly id: string;
  readonly kind: ItemKind;
  readonly title: string;
  readonly issue: string;
  readonly key: string;
  readonly fields: Fields;
  /** Fields that hold more than the plan can say, so that writing them would lose something. */
  readonly rich: readonly string[];
  /** Fields whose value in Jira no plan can hold. */
  readonly unsayable: readonly string[];
  /** The description as Jira sent it, so that it can be put back; null when empty. */
  readonly document: string | null;
  /** False for an existing work item that the plan's file names and this proposal would take on. */
  readonly ours: boolean;
  readonly status: { readonly id: string; readonly done: boolean };
  /** The work type somebody has given it that none of the plan's things has; null while it stands in its own. */
  readonly foreignType: string | null;
}

/** A work item the plan once had that no longer fits: it stands in another space, is of another type, or has left the plan. */
export interface Stray {
  readonly id: string;
  readonly why: "moved" | "retyped" | "released";
  /** Where a change of its type alone brings it back. */
  readonly held: HeldItem | null;
}

export interface HeldEdge extends Edge {
  readonly link: string;
}

export interface Snapshot {
  readonly items: readonly HeldItem[];
  readonly edges: readonly HeldEdge[];
  readonly strays: readonly Stray[];
}

/** What each side held when they last agreed. The two may differ where a person chose to leave them so. */
export interface Agreed {
  readonly plan: string | null;
  readonly jira: string | null;
}

export interface BaseItem {
  readonly id: string;
  readonly kind: ItemKind;
  readonly issue: string;
  readonly fields: Readonly<Record<string, Agreed>>;
}

/** `linked` or null on each side. */
export interface BaseEdge extends Edge, Agreed {}

export interface Base {
  readonly items: readonly BaseItem[];
  readonly edges: readonly BaseEdge[];
}

export function edgeKey(edge: Edge): string {
  return `${edge.kind}\n${edge.from}\n${edge.to}`;
}
