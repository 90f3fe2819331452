import type { Family } from "./family";
import { gateToOpening, link, role } from "./graph";
import type { Graph } from "./graph";
import type { Link, Network } from "./network";

/** The nodes of a network and the links between them, summaries already taken apart. */
export interface Edges extends Pick<
  Graph,
  "nodes" | "owner" | "role" | "firstOut" | "to" | "type" | "lagWork" | "lagElapsed"
> {
  gateOf(place: number): number;
  closingOf(place: number): number;
}

interface Draft {
  readonly from: number[];
  readonly to: number[];
  readonly type: number[];
  readonly work: number[];
  readonly elapsed: number[];
}

export function listEdges(network: Network, family: Family): Edges {
  const count = network.tasks.length;
  const extra = new Int32Array(count).fill(-1);
  let nodes = count;
  family.hasChildren.forEach((has, place) => {
    if (has === 0) return;
    extra[place] = nodes;
    nodes += 3;
  });
  const gateOf = (place: number) => (extra[place]! < 0 ? place : extra[place]!);
  const openingOf = (place: number) => (extra[place]! < 0 ? place : extra[place]! + gateToOpening);
  const closingOf = (place: number) => (extra[place]! < 0 ? place : extra[place]! + 2);
  const draft: Draft = { from: [], to: [], type: [], work: [], elapsed: [] };
  for (const each of network.links) {
    const [from, to] = [family.placeOf.get(each.from)!, family.placeOf.get(each.to)!];
    const lag = lagOf(each, network.tasks[from]!.duration);
    draft.from.push(each.type === "FS" || each.type === "FF" ? closingOf(from) : openingOf(from));
    // A summary has no finish of its own to hold back, so a link to its finish holds its children's start.
    draft.to.push(gateOf(to));
    draft.type.push(link[each.type]);
    draft.work.push(lag.work);
    draft.elapsed.push(lag.elapsed);
  }
  family.parentOf.forEach((parent, child) => {
    if (parent < 0) return;
    join(draft, [gateOf(parent), gateOf(child), link.FS]);
    join(draft, [openingOf(child), openingOf(parent), link.earliest]);
    join(draft, [closingOf(child), closingOf(parent), link.FS]);
  });
  return { ...columns(draft, nodes), ...nodesOf({ count, nodes, extra }), nodes, gateOf, closingOf };
}

function join(draft: Draft, [from, to, type]: readonly [number, number, number]): void {
  draft.from.push(from);
  draft.to.push(to);
  draft.type.push(type);
  draft.work.push(0);
  draft.elapsed.push(0);
}

function lagOf({ lag }: Link, duration: { work: number; elapsed: number }): { work: number; elapsed: number } {
  if (lag.kind === "span") return lag;
  const part = lag.percent / 100;
  return { work: Math.round(duration.work * part), elapsed: Math.round(duration.elapsed * part) };
}

function nodesOf({ count, nodes, extra }: { count: number; nodes: number; extra: Int32Array }) {
  const owner = Int32Array.from({ length: nodes }, (_, node) => node);
  const roles = new Uint8Array(nodes);
  for (let place = 0; place < count; place += 1) {
    const first = extra[place]!;
    if (first < 0) continue;
    owner.fill(place, first, first + 3);
    roles.set([role.gate, role.opening, role.closing], first);
  }
  return { owner, role: roles };
}

/** Sorts the links by the node they leave, by counting. */
function columns(draft: Draft, nodes: number) {
  const count = draft.from.length;
  const firstOut = new Int32Array(nodes + 1);
  for (const from of draft.from) firstOut[from + 1]! += 1;
  for (let node = 0; node < nodes; node += 1) firstOut[node + 1]! += firstOut[node]!;
  const next = firstOut.slice();
  const [to, type] = [new Int32Array(count), new Uint8Array(count)];
  const [lagWork, lagElapsed] = [new Float64Array(count), new Float64Array(count)];
  draft.from.forEach((from, edge) => {
    const place = next[from]!++;
    to[place] = draft.to[edge]!;
    type[place] = draft.type[edge]!;
    lagWork[place] = draft.work[edge]!;
    lagElapsed[place] = draft.elapsed[edge]!;
  });
  return { firstOut, to, type, lagWork, lagElapsed };
}
