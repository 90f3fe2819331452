import type { SpaceMapping } from "#domain/setup/mapping";
import type { Base, ItemKind } from "#domain/sync/item";
import type { JiraItem, Outside } from "../ports";
import { planItemId } from "./desired";
import { itemProperty } from "./details";
import { kindOfLink } from "./held";
import { isUnderPlan } from "./plan-level";
import type { Watch } from "./watch";

interface Around {
  readonly base: Base;
  readonly items: readonly JiraItem[];
  readonly mapping: SpaceMapping;
}

type Newcomer = Watch["newcomers"][number];

/** More than this, and it is no newcomer but a habit; the rest shows once these are taken in or let go. */
const most = 50;

/** Work items of the plan's types that somebody linked to it or put under it, and that are of no plan: offered, never taken. */
export async function newcomersAt(around: Around, { jiraAsApp }: Outside): Promise<readonly Newcomer[]> {
  const { mapping } = around;
  const beside = new Map([...(await children(around, jiraAsApp)), ...linkedTo(around)].slice(0, most));
  const items = beside.size === 0 ? [] : await jiraAsApp.fetchItems([...beside.keys()], mapping);
  return items.flatMap((item): readonly Newcomer[] => {
    const kind = kindOf(item, mapping);
    const isFree = item.spaceId === mapping.space.id && !(itemProperty in item.properties);
    return kind === null || !isFree ? [] : [{ issue: item.id, kind, beside: beside.get(item.id) ?? planItemId }];
  });
}

function linkedTo({ base, items, mapping }: Around): readonly (readonly [issue: string, beside: string])[] {
  const names = new Map(base.items.map(({ issue, id }) => [issue, id]));
  return items.flatMap((item) => {
    const name = names.get(item.id);
    if (name === undefined) return [];
    const others = item.links.filter(({ type, other }) => kindOfLink(type, mapping) !== null && !names.has(other.id));
    return others.map(({ other }) => [other.id, name] as const);
  });
}

async function children(
  { base, mapping }: Around,
  jira: Outside["jiraAsApp"],
): Promise<readonly (readonly [issue: string, beside: string])[]> {
  const plan = base.items.find(({ id }) => id === planItemId)?.issue;
  if (plan === undefined || !isUnderPlan("step", mapping)) return [];
  const known = new Set(base.items.map(({ issue }) => issue));
  const ids = await jira.findIds({ plan: null, kind: null, space: mapping.space.key, parent: plan });
  return ids.filter((id) => !known.has(id)).map((id) => [id, planItemId] as const);
}

function kindOf({ typeId }: JiraItem, { types }: SpaceMapping): ItemKind | null {
  const kinds = (["step", "risk", "rollback"] as const).filter((kind) => types[kind].id === typeId);
  return kinds[0] ?? null;
}
