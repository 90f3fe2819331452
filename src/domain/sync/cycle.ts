import type { Desired, Edge } from "./item";

/** Steps that wait for each other, in order, or that hold each other; null when every step can be reached. */
export function findCycle(desired: Desired): readonly string[] | null {
  return (
    cycleIn(desired.edges.filter((edge) => edge.kind === "after")) ??
    cycleIn(desired.edges.filter((edge) => edge.kind === "has"))
  );
}

/** Takes away, again and again, what nothing points at; whatever is left goes round. */
function cycleIn(edges: readonly Edge[]): readonly string[] | null {
  const next = new Map<string, string[]>();
  const waiting = new Map<string, number>();
  for (const { from, to } of edges) {
    next.set(from, [...(next.get(from) ?? []), to]);
    waiting.set(to, (waiting.get(to) ?? 0) + 1);
    waiting.set(from, waiting.get(from) ?? 0);
  }
  const free = [...waiting].filter(([, count]) => count === 0).map(([id]) => id);
  for (let id = free.pop(); id !== undefined; id = free.pop()) {
    waiting.delete(id);
    for (const to of next.get(id) ?? []) {
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left === 0) free.push(to);
    }
  }
  return waiting.size === 0 ? null : walkBack(edges, waiting);
}

/** Everything left has a predecessor that is left: walking back must come round. */
function walkBack(edges: readonly Edge[], left: ReadonlyMap<string, number>): readonly string[] {
  const before = new Map(edges.filter((edge) => left.has(edge.from) && left.has(edge.to)).map((e) => [e.to, e.from]));
  const path: string[] = [];
  let at = [...left.keys()].find((id) => before.has(id));
  while (at !== undefined && !path.includes(at)) {
    path.push(at);
    at = before.get(at);
  }
  return at === undefined ? path.toReversed() : path.slice(path.indexOf(at)).toReversed();
}
