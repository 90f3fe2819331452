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
}

export interface HeldEdge extends Edge {
  readonly link: string;
}

export interface Snapshot {
  readonly items: readonly HeldItem[];
  readonly edges: readonly HeldEdge[];
}

/** What each side held when they last agreed. The two may differ where a person chose to leave them so. */
export interface Agreed {
  readonly plan: string | null;
  readonly jira: string | null;
}

export interface BaseItem {
  readonly id: string;
  readonly issue: string;
  readonly fields: Readonly<Record<string, Agreed>>;
}

export interface Base {
  readonly items: readonly BaseItem[];
  readonly edges: readonly Edge[];
}

export function edgeKey(edge: Edge): string {
  return `${edge.kind}\n${edge.from}\n${edge.to}`;
}
