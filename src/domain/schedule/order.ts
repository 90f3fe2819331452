import type { Graph } from "./graph";

export type Order =
  | { readonly kind: "order"; readonly nodes: Int32Array }
  | { readonly kind: "cycle"; readonly nodes: readonly number[] };

/** Every node after all it waits for; or one loop, in the direction of its links. */
export function orderOf(graph: Pick<Graph, "nodes" | "firstOut" | "to">): Order {
  if (!isWrittenInOrder(graph)) return kahnOrder(graph);
  const nodes = new Int32Array(graph.nodes);
  for (let node = 0; node < graph.nodes; node += 1) nodes[node] = node;
  return { kind: "order", nodes };
}

/** Most plans are written down as they are carried out. They need no sorting, and their memory is then read from end to end. */
function isWrittenInOrder({ nodes, firstOut, to }: Pick<Graph, "nodes" | "firstOut" | "to">): boolean {
  for (let node = 0; node < nodes; node += 1) {
    const end = firstOut[node + 1]!;
    for (let edge = firstOut[node]!; edge < end; edge += 1) if (to[edge]! <= node) return false;
  }
  return true;
}

/** A. B. Kahn, "Topological sorting of large networks", CACM 5, 1962. */
function kahnOrder(graph: Pick<Graph, "nodes" | "firstOut" | "to">): Order {
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
