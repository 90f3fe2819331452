import type { Graph } from "./graph";

export type Order =
  | { readonly kind: "order"; readonly nodes: Int32Array }
  | { readonly kind: "cycle"; readonly nodes: readonly number[] };

/** Kahn's order (CACM 5, 1962): every node after all it waits for; or one loop, in the direction of its links. */
export function orderOf(graph: Pick<Graph, "nodes" | "firstOut" | "to">): Order {
  const { nodes, firstOut, to } = graph;
  const waits = new Int32Array(nodes);
  for (let edge = 0; edge < to.length; edge += 1) waits[to[edge]!]! += 1;
  const queue = new Int32Array(nodes);
  let filled = 0;
  for (let node = 0; node < nodes; node += 1) if (waits[node] === 0) queue[filled++] = node;
  for (let taken = 0; taken < filled; taken += 1) {
    const node = queue[taken]!;
    const end = firstOut[node + 1]!;
    for (let edge = firstOut[node]!; edge < end; edge += 1) {
      const next = to[edge]!;
      waits[next]! -= 1;
      if (waits[next] === 0) queue[filled++] = next;
    }
  }
  return filled === nodes ? { kind: "order", nodes: queue } : { kind: "cycle", nodes: findLoop(graph, waits) };
}

/** Whatever still waits, waits for something that still waits: going back from any of it must come round. */
function findLoop({ nodes, firstOut, to }: Pick<Graph, "nodes" | "firstOut" | "to">, waits: Int32Array): number[] {
  const before = new Int32Array(nodes).fill(-1);
  for (let node = 0; node < nodes; node += 1) {
    if (waits[node] === 0) continue;
    for (let edge = firstOut[node]!; edge < firstOut[node + 1]!; edge += 1) {
      if (waits[to[edge]!]! > 0) before[to[edge]!] = node;
    }
  }
  const seen = new Set<number>();
  let at = waits.findIndex((count) => count > 0);
  while (!seen.has(at)) {
    seen.add(at);
    at = before[at]!;
  }
  const loop = [...seen];
  return loop.slice(loop.indexOf(at)).toReversed();
}
