import type { ItemsPreview, PreviewedItem } from "#contract/work-items";
import type { UsageEvent } from "#contract/usage-event";
import { smallestGroup } from "#domain/adoption/suppression";
import { withoutOrder } from "#domain/adoption/work-item-jql";
import { Refusal } from "../refusal";
import { countItems } from "./count-items";
import type { Counted } from "./count-items";
import { asQueryRefusal } from "./look-trouble";
import type { ItemSource, ItemsOutside, ReadItem } from "./work-item-ports";

const mostLookedAt = 100;
const mostShown = 3;

/** What a definition would count, with the eyes of whoever asks; nothing is written. */
export async function previewItems(
  source: Pick<ItemSource, "plan" | "counting">,
  outside: ItemsOutside,
): Promise<ItemsPreview> {
  const { jql, moment } = source.counting;
  const own = withoutOrder(jql);
  try {
    const found = await outside.jira.count(own);
    const newest = { jql: `${own} ORDER BY created DESC`, token: null, most: mostLookedAt };
    const { items } = await outside.reader.page({ ...newest, withComments: moment.kind === "commented" });
    // A preview joins nobody's names.
    const counted = await countItems(source, items, {
      ...outside,
      roster: { ...outside.roster, join: async () => {} },
    });
    return {
      found,
      foundByApp: await countByApp(own, outside),
      lookedAt: items.length,
      counted: counted.counted,
      people: peopleIn(counted),
      services: counted.services,
      nobody: counted.nobody,
      setAside: counted.setAside,
      spaces: [...new Set(items.map(({ space }) => space.name || space.key))].toSorted(),
      newest: await Promise.all(items.slice(0, mostShown).map((item) => shown(item, counted, outside))),
    };
  } catch (error) {
    throw asQueryRefusal(error);
  }
}

/** To the app, values it may not see do not exist. */
async function countByApp(jql: string, { jiraAsApp }: ItemsOutside): Promise<number> {
  try {
    return await jiraAsApp.count(jql);
  } catch (error) {
    if (error instanceof Refusal && error.code === "jira_refused") return 0;
    throw error;
  }
}

function peopleIn({ events, personNumber }: Counted): number | null {
  const own = events.filter(({ channel }) => channel === "person");
  const people = new Set(own.map(({ person }) => personNumber(person))).size;
  return people === 0 || people >= smallestGroup ? people : null;
}

const mostSaid = 3;

async function shown(item: ReadItem, { events }: Counted, { jira }: ItemsOutside): Promise<PreviewedItem> {
  const own = events.filter(({ id }) => id === `jira-${item.id}` || id.startsWith(`jira-${item.id}-`));
  const said = async ({ at, person, process, channel, category }: UsageEvent) => {
    const by = await jira.nameOf(person);
    return { at, by, process, about: category ?? null, isService: channel === "service" };
  };
  return { key: item.key, title: item.title, counts: await Promise.all(own.slice(-mostSaid).map(said)) };
}
