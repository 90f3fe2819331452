import type { Plan } from "#domain/plan/plan";
import { linkLists } from "#domain/sync/derive";
import { endsOf } from "#domain/sync/edges";
import type { BaseItem, Edge } from "#domain/sync/item";
import { liveFrom } from "../plan/live-plan";
import type { Outside } from "../ports";
import { planItemId } from "../sync/desired";
import { kindOfLink, snapshotOf } from "../sync/held";
import { holdingsOf } from "../sync/holdings";
import { rebuild } from "../sync/rebuild";
import type { Shown } from "./shown";

export interface PlanAround {
  /** For dates only: part of it may be hidden from the person, so none of its words may be shown. */
  readonly whole: Plan;
  /** The plan's own words, this item, and the items Jira shows the person as linked to it. */
  readonly near: Plan;
}

/**
 * The plan around a step. The step and its links are as they are now, the rest is as of the last sync: a panel opens with every
 * look at a work item, and reading the whole plan each time would spend the site's allowance.
 */
export async function planAround(shown: Shown, outside: Outside): Promise<PlanAround> {
  const { found, item, identity } = shown;
  if (!found.base.items.some((one) => one.id === identity.item)) {
    // Synced from elsewhere, by the command line: there is no memory here.
    const { plan } = await liveFrom(found, outside);
    return { whole: plan, near: plan };
  }
  const edges = ownEdges(shown);
  const others = found.base.edges.filter(
    (edge) => edge.jira !== null && edge.from !== identity.item && edge.to !== identity.item,
  );
  const live = snapshotOf([found.item, item], found.id, found.mapping);
  const put = (edgesThere: readonly Edge[], items: readonly BaseItem[]): Plan => {
    const ends = endsOf(edgesThere);
    const now = holdingsOf({ items: live.items, edges: edgesThere.map((edge) => ({ ...edge, link: "" })) });
    return rebuild(found.id, [...now, ...items.map((one) => remembered(one, ends))]);
  };
  const rest = found.base.items.filter((one) => one.id !== planItemId && one.id !== identity.item);
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return {
    whole: put([...others, ...edges], rest),
    near: withoutStrangers(
      put(
        edges,
        rest.filter((one) => linked.has(one.id)),
      ),
    ),
  };
}

/** The links of the item itself as Jira shows them now, by the plan's ids. */
function ownEdges({ item, identity, found }: Shown): readonly Edge[] {
  const names = new Map(found.base.items.map(({ issue, id }) => [issue, id]));
  return item.links.flatMap(({ type, end, other }): readonly Edge[] => {
    const [kind, name] = [kindOfLink(type, found.mapping), names.get(other.id)];
    if (kind === null || name === undefined) return [];
    return [end === "from" ? { kind, from: identity.item, to: name } : { kind, from: name, to: identity.item }];
  });
}

function remembered({ id, kind, fields: agreed }: BaseItem, ends: ReturnType<typeof endsOf>) {
  const fields = Object.fromEntries(Object.entries(agreed).map(([field, { jira }]) => [field, jira]));
  return { id, kind, key: null, fields: { ...fields, ...linkLists({ id, kind, fields }, ends) } };
}

/** A group above the step that is not linked to it is not named either. */
function withoutStrangers(plan: Plan): Plan {
  const known = new Set(plan.steps.map((step) => step.id));
  const isStranger = (parent: string | null) => parent !== null && !known.has(parent);
  return { ...plan, steps: plan.steps.map((step) => (isStranger(step.parent) ? { ...step, parent: null } : step)) };
}
