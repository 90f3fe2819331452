import type { Fault, Network } from "./network";

/** Who belongs to whom, by place in the list of tasks. */
export interface Family {
  readonly placeOf: ReadonlyMap<string, number>;
  /** −1 at the top. */
  readonly parentOf: Int32Array;
  readonly hasChildren: Uint8Array;
}

/** Finds the parents, and everything that forbids to schedule. */
export function readFamily(network: Network): { readonly family: Family; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const placeOf = new Map<string, number>();
  network.tasks.forEach((task, place) => {
    if (placeOf.has(task.id)) faults.push({ kind: "duplicate-id", id: task.id });
    if (task.duration.work < 0 || task.duration.elapsed < 0) faults.push({ kind: "negative-duration", id: task.id });
    placeOf.set(task.id, place);
  });
  const parentOf = new Int32Array(network.tasks.length).fill(-1);
  const hasChildren = new Uint8Array(network.tasks.length);
  network.tasks.forEach(({ id, parent }, place) => {
    if (parent === null) return;
    const found = placeOf.get(parent);
    if (found === undefined) return void faults.push({ kind: "unknown-parent", id, parent });
    parentOf[place] = found;
    hasChildren[found] = 1;
  });
  for (const { from, to } of network.links) {
    const missing = placeOf.has(from) ? to : from;
    if (!placeOf.has(missing)) faults.push({ kind: "unknown-step", from, to, missing });
  }
  return { family: { placeOf, parentOf, hasChildren }, faults: [...faults, ...parentLoops(network, parentOf)] };
}

function parentLoops(network: Network, parentOf: Int32Array): Fault[] {
  const settled = new Uint8Array(parentOf.length);
  for (let place = 0; place < parentOf.length; place += 1) {
    const line: number[] = [];
    let at = place;
    while (at >= 0 && settled[at] === 0 && !line.includes(at)) {
      line.push(at);
      at = parentOf[at]!;
    }
    const loop = line.indexOf(at);
    if (loop >= 0) return [{ kind: "parent-loop", ids: line.slice(loop).map((each) => network.tasks[each]!.id) }];
    for (const each of line) settled[each] = 1;
  }
  return [];
}
