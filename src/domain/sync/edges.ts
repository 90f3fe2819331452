import type { BaseEdge, Edge, EdgeKind, HeldEdge } from "./item";
import { edgeKey } from "./item";
import type { Sides } from "./propose";
import { agree, reconcile } from "./reconcile";

export interface EdgeSteps {
  readonly add: readonly Edge[];
  readonly remove: readonly HeldEdge[];
  /** Linked in Jira by a person: the plan takes it over. */
  readonly gained: readonly Edge[];
  /** Unlinked in Jira by a person: the plan lets it go. */
  readonly lost: readonly Edge[];
  /** Ids at the other end of the links Jira will hold then, by kind, end and id of this end. */
  readonly ends: ReadonlyMap<string, readonly string[]>;
  /** Items whose group is said by a link; of the others only their own list knows. */
  readonly grouped: ReadonlySet<string>;
  /** Items this person may not see: what leads to them is left alone. */
  readonly unseen: ReadonlySet<string>;
  /** What the memory is to say once all this is done. */
  readonly agreed: readonly BaseEdge[];
}

export interface EdgeScope {
  /** Items that are, or will be, on both sides. */
  readonly present: ReadonlySet<string>;
  /** Of these, the ones about to be made: what was once linked to them went with them. */
  readonly fresh: ReadonlySet<string>;
  /** Items of the plan that are in Jira, and that nothing can be said of now. */
  readonly unseen: ReadonlySet<string>;
}

/** Compares the links of those items that are, or will be, on both sides. All other links are left alone. */
export function compareEdges({ base, desired, snapshot }: Sides, scope: EdgeScope): EdgeSteps {
  const planned = keyed(desired.edges);
  const held = keyed(snapshot.edges);
  const before = keyed(base.edges);
  const all = keyed([...desired.edges, ...snapshot.edges, ...base.edges]);
  const steps = { add: [] as Edge[], remove: [] as HeldEdge[], gained: [] as Edge[], lost: [] as Edge[] };
  const agreed: BaseEdge[] = [];
  const ends = new Map<string, string[]>();
  for (const [key, { kind, from, to }] of all) {
    if (!scope.present.has(from) || !scope.present.has(to)) continue;
    const edge: Edge = { kind, from, to };
    const link = held.get(key);
    const plan = planned.has(key) ? linked : null;
    const jira = link === undefined ? null : linked;
    const memory = scope.fresh.has(from) || scope.fresh.has(to) ? null : (before.get(key) ?? null);
    const found = reconcile(memory ?? { plan: null, jira: null }, plan, jira);
    // Both moved, and moved apart: keeping a dependency that somebody wants does less harm than losing it.
    const step = found.kind === "conflict" ? reconcile(null, plan, jira) : found;
    if (step.kind === "push" && plan !== null) steps.add.push(edge);
    if (step.kind === "push" && plan === null && link !== undefined) steps.remove.push(link);
    if (step.kind === "pull") (jira === null ? steps.lost : steps.gained).push(edge);
    if (step.kind === "push" ? plan !== null : jira !== null) {
      put(ends, endKey(kind, "from", from), to);
      put(ends, endKey(kind, "to", to), from);
    }
    const now = step.kind === "rest" && plan !== jira ? memory : agree(step, plan, jira);
    if (now !== null && (now.plan !== (memory?.plan ?? null) || now.jira !== (memory?.jira ?? null))) {
      agreed.push({ ...edge, plan: now.plan, jira: now.jira });
    }
  }
  const grouped = desired.edges.filter(({ kind, from }) => kind === "has" && !from.startsWith("/"));
  return { ...steps, agreed, ends, grouped: new Set(grouped.map(({ to }) => to)), unseen: scope.unseen };
}

export function endKey(kind: EdgeKind, end: "from" | "to", id: string): string {
  return `${kind} ${end} ${id}`;
}

/** The other ends of these links, as `ends` of a comparison gives them. */
export function endsOf(edges: readonly Edge[]): ReadonlyMap<string, readonly string[]> {
  const ends = new Map<string, string[]>();
  for (const { kind, from, to } of edges) {
    put(ends, endKey(kind, "from", from), to);
    put(ends, endKey(kind, "to", to), from);
  }
  return ends;
}

function put(ends: Map<string, string[]>, key: string, id: string): void {
  const list = ends.get(key);
  if (list === undefined) ends.set(key, [id]);
  else list.push(id);
}

const linked = "linked";

function keyed<E extends Edge>(edges: readonly E[]): ReadonlyMap<string, E> {
  return new Map(edges.map((edge) => [edgeKey(edge), edge]));
}
