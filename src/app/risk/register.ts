import type { RegisterView } from "#contract/risks";
import { fiveByFive } from "#domain/risk/matrix";
import type { SpaceMapping } from "#domain/setup/mapping";
import { propertiesOf } from "../plan/plan-part";
import type { JiraItem, Outside } from "../ports";
import { identityOf } from "../sync/held";
import { readItems } from "../sync/read-items";
import { findMapping } from "../sync/space-mapping";
import { cardOf } from "./risk-cards";
import { isOpen, tagOf } from "./risk-words";

/**
 * Every open risk of every plan this person may see, the heaviest first: one search, then a read for each hundred. Plans may weigh on scales of
 * their own; side by side the bands are those of five by five.
 */
export async function riskRegister(_: object, outside: Outside): Promise<RegisterView> {
  const before = outside.jira.spent();
  const ids = await outside.jira.findIds({ plan: null, kind: "risk", space: null });
  const plain = await readItems(outside.jira, ids, null);
  const mappings = await mappingsOf(plain, outside);
  const now = outside.clock.now();
  const rows = [];
  for (const [space, mapping] of mappings) {
    const own = plain.filter((item) => item.spaceId === space).map(({ id }) => id);
    const items = await readItems(outside.jira, own, mapping, propertiesOf("risk"));
    for (const item of items) {
      const identity = identityOf(item, mapping);
      if (identity?.kind !== "risk" || !isOpen(item)) continue;
      rows.push({
        ...cardOf(item, { mapping, matrix: fiveByFive, now }),
        plan: identity.plan,
        space: mapping.space.key,
        tag: tagOf(item),
      });
    }
  }
  const spent = outside.jira.spent();
  return {
    risks: rows.toSorted((a, b) => b.exposure - a.exposure || b.staleDays - a.staleDays || (a.key < b.key ? -1 : 1)),
    reads: spent.reads - before.reads,
    points: spent.points - before.points,
  };
}

async function mappingsOf(
  items: readonly JiraItem[],
  { settings }: Outside,
): Promise<ReadonlyMap<string, SpaceMapping>> {
  const spaces = [...new Set(items.map(({ spaceId }) => spaceId))];
  const found = await Promise.all(spaces.map(async (space) => [space, await findMapping(settings, space)] as const));
  return new Map(found.flatMap(([space, mapping]) => (mapping === null ? [] : [[space, mapping] as const])));
}
