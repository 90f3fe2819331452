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
  const now = outside.clock.now();
  const rows = [];
  for (const { mapping, items } of await bySpace(ids, outside)) {
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

interface OfSpace {
  readonly mapping: SpaceMapping;
  readonly items: readonly JiraItem[];
}

/** All are read as the first one's space keeps them, which is right for most; those of other spaces once more, as theirs do. */
async function bySpace(ids: readonly string[], { jira, settings }: Outside): Promise<readonly OfSpace[]> {
  const first = (await jira.fetchItems(ids.slice(0, 1), null))[0]?.spaceId ?? null;
  const usual = first === null ? null : await findMapping(settings, first);
  const all = await readItems(jira, ids, usual, propertiesOf("risk"));
  const spaces = [...Map.groupBy(all, ({ spaceId }) => spaceId)];
  const found = await Promise.all(
    spaces.map(async ([space, read]): Promise<readonly OfSpace[]> => {
      const mapping = await findMapping(settings, space);
      if (mapping === null) return [];
      if (space === usual?.space.id) return [{ mapping, items: read }];
      const own = read.map(({ id }) => id);
      return [{ mapping, items: await readItems(jira, own, mapping, propertiesOf("risk")) }];
    }),
  );
  return found.flat();
}
