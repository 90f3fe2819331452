import type { HeldEdge, HeldItem } from "./item";
import { edgeKey } from "./item";
import type { Agreed } from "./item";
import type { Sides } from "./propose";
import type { OrphanChoice, Settling } from "./settling";

/** A work item of the plan that its file no longer names, and what a person wants done with it. */
export interface Orphan {
  readonly held: HeldItem;
  readonly choice: OrphanChoice;
  /** Links the plan knows of; they go when it leaves. */
  readonly edges: readonly HeldEdge[];
  /** What the two last agreed on, so that leaving can be taken back. */
  readonly agreed: Readonly<Record<string, Agreed>>;
}

export function orphansOf(
  { base, snapshot }: Sides,
  wanted: ReadonlySet<string>,
  { orphans, orphanRule }: Settling,
): readonly Orphan[] {
  const known = new Set(base.edges.map(edgeKey));
  const memory = new Map(base.items.map(({ id, fields }) => [id, fields]));
  return snapshot.items
    .filter((item) => item.ours && !wanted.has(item.id))
    .map((held) => ({
      held,
      choice: orphans[held.id] ?? orphanRule,
      edges: snapshot.edges.filter(
        (edge) => (edge.from === held.id || edge.to === held.id) && known.has(edgeKey(edge)),
      ),
      agreed: memory.get(held.id) ?? {},
    }));
}
