import type { UsageEvent } from "#contract/usage-event";
import { happenings } from "#domain/adoption/happenings";
import type { Happening } from "#domain/adoption/happenings";
import type { ItemChange } from "#domain/adoption/work-item";
import { isSetAside } from "#domain/adoption/ticket-category";
import type { Jira } from "../ports";
import { identify } from "../people/identify";
import type { ItemReader, ItemSource, ItemsOutside, ReadItem } from "./work-item-ports";

export interface Counted {
  readonly events: readonly UsageEvent[];
  readonly personNumber: (account: string) => number;
  /** Events that count for somebody. */
  readonly counted: number;
  readonly services: number;
  /** Duplicates, spam and alerts, which are no tickets. */
  readonly setAside: number;
  /** Things done by nobody Jira names: they belong to no person. */
  readonly nobody: number;
}

/** Whose eyes read: the person's for a preview, the app's for a look. */
export type Eyes = Pick<ItemsOutside, "seals" | "roster"> & {
  readonly jira: Pick<Jira, "changes">;
  readonly reader: ItemReader;
};

/** The usage events of some work items: what else has to be read of them, who the people are, and what is set aside. */
export async function countItems(
  source: Pick<ItemSource, "plan" | "counting">,
  items: readonly ReadItem[],
  eyes: Eyes,
): Promise<Counted> {
  const found = await happeningsOf(source, items, eyes);
  const accounts = [...new Set(found.flatMap(({ by }) => (by === null ? [] : [by])))];
  const shown = await eyes.reader.accounts(accounts);
  const numbers = await identify(source.plan, shown, eyes);
  // Of an account that was closed, or that Jira does not show, the id is all that is known.
  const numberOf = await eyes.seals.personNumbers();
  const services = new Set(shown.filter(({ kind }) => kind === "app").map(({ id }) => id));
  const events = found.flatMap((happening) => eventOf(happening, source, services));
  const own = events.filter(({ channel }) => channel === "person");
  const aside = own.filter(({ category }) => category !== undefined && isSetAside(category)).length;
  return {
    events,
    personNumber: (account) => numbers.get(account) ?? numberOf(account),
    counted: own.length - aside,
    services: events.length - own.length,
    setAside: aside,
    nobody: found.filter(({ by }) => by === null).length,
  };
}

async function happeningsOf(
  { counting }: Pick<ItemSource, "counting">,
  items: readonly ReadItem[],
  eyes: Eyes,
): Promise<readonly Happening[]> {
  const { moment, counts, who } = counting;
  const asksHistory =
    counts === "transaction" && (moment.kind === "moved" || moment.kind === "reached" || who !== "actor");
  const changes = asksHistory && items.length > 0 ? await eyes.jira.changes(items.map(({ id }) => id)) : [];
  const categories = moment.kind === "reached" ? await eyes.reader.categories() : new Map();
  const own = Map.groupBy(changes.map(changeOf), ({ issue }) => issue);
  const all: Happening[] = [];
  for (const item of items) {
    const comments = item.hasMoreComments ? await eyes.reader.comments(item.id) : item.comments;
    all.push(...happenings({ ...item, comments }, counting, { changes: own.get(item.id) ?? [], categories }));
  }
  return all;
}

type FieldChange = Awaited<ReturnType<Jira["changes"]>>[number];

function changeOf(change: FieldChange): ItemChange & { readonly issue: string } {
  return { ...change, by: change.by || null };
}

function eventOf(
  { id, at, by, process, category }: Happening,
  { plan, counting }: Pick<ItemSource, "plan" | "counting">,
  services: ReadonlySet<string>,
): readonly UsageEvent[] {
  if (by === null) return [];
  const channel = services.has(by) ? "service" : "person";
  const said = { id, plan, person: by, at: new Date(at).toISOString(), kind: counting.counts, process };
  const about = category === null ? {} : { category };
  return [{ ...said, assisted: false, environment: "production", channel, ...about }];
}
