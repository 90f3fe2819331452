import { addWork } from "#domain/calendar/work-clock";
import { clockAt, link, role } from "./graph";
import type { Graph } from "./graph";
import type { Network } from "./network";
import { runNetwork } from "./run";
import type { NoRun, Run } from "./run";

/** The tasks that decide when the plan ends, first to last: each lies where it does because of the one before it. */
export function longestChain(network: Network): { readonly kind: "chain"; readonly ids: readonly string[] } | NoRun {
  const run = runNetwork(network);
  if (run.kind !== "run") return run;
  const chain: number[] = [];
  let at = lastNode(run);
  for (let turn = run.order.length - 1; turn >= 0 && at >= 0; turn -= 1) {
    const node = run.order[turn]!;
    if (node !== at && !drives(run, node, at)) continue;
    at = node;
    if (run.graph.role[node] === role.task) chain.push(node);
  }
  return { kind: "chain", ids: chain.toReversed().map((node) => network.tasks[node]!.id) };
}

function lastNode({ graph, planned, end }: Run): number {
  for (let node = 0; node < graph.nodes; node += 1) {
    if (graph.role[node] === role.task && planned.finish[node]! >= end) return node;
  }
  return -1;
}

/** Whether a link from `node` is tight: in working minutes `next` could not lie any earlier. */
function drives({ graph, clock, planned }: Run, node: number, next: number): boolean {
  for (let edge = graph.firstOut[node]!; edge < graph.firstOut[node + 1]!; edge += 1) {
    if (graph.to[edge] !== next) continue;
    const kind = graph.type[edge]!;
    const from = kind === link.FS || kind === link.FF ? planned.finish[node]! : planned.start[node]!;
    const hours = clockAt(graph, clock, next);
    const bound = addWork(hours, from, graph.lagWork[edge]!) + graph.lagElapsed[edge]!;
    const isAtStart = isToStart(graph, edge);
    const at = isAtStart ? planned.start[next]! : planned.finish[next]!;
    if (hours.worked(bound) === hours.worked(at) && bound <= at) return true;
  }
  return false;
}

function isToStart(graph: Graph, edge: number): boolean {
  const kind = graph.type[edge]!;
  return kind <= link.SS || kind === link.earliest;
}
