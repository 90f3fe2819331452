import type { Network } from "./network";
import type { Item } from "./schedule";

/** Gives every task with children the span of its children, their least slack, and critical when one of them is. */
export function summaryDates(network: Network, items: readonly Item[]): Item[] {
  const childrenOf = Map.groupBy(network.tasks.keys(), (place) => network.tasks[place]!.parent);
  const done = new Map<number, Item>();
  const dated = (place: number): Item => {
    const known = done.get(place);
    if (known) return known;
    const children = childrenOf.get(network.tasks[place]!.id) ?? [];
    const item = children.length === 0 ? items[place]! : span(items[place]!, children.map(dated));
    done.set(place, item);
    return item;
  };
  return items.map((_, place) => dated(place));
}

function span({ id, title }: Item, children: readonly Item[]): Item {
  const least = (field: NumberField) => Math.min(...children.map((child) => child[field]));
  const most = (field: NumberField) => Math.max(...children.map((child) => child[field]));
  return {
    id,
    title,
    start: least("start"),
    finish: most("finish"),
    earlyStart: least("earlyStart"),
    earlyFinish: most("earlyFinish"),
    lateStart: least("lateStart"),
    lateFinish: most("lateFinish"),
    totalSlackMinutes: least("totalSlackMinutes"),
    freeSlackMinutes: least("freeSlackMinutes"),
    critical: children.some((child) => child.critical),
  };
}

type NumberField = Exclude<keyof Item, "id" | "title" | "critical">;
