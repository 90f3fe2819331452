import type { Network } from "./network";
import type { Item } from "./schedule";

/** Gives every task with children the span of its children, their least slack, and critical when one of them is. */
export function summaryDates(network: Network, items: readonly Item[]): Item[] {
  const childrenOf = Map.groupBy(network.tasks.keys(), (place) => network.tasks[place]!.parent);
  const done = new Map<number, Item>();
  const waiting = [...items.keys()];
  // By a stack of our own: groups may nest deeper than calls can.
  for (let place = waiting.at(-1); place !== undefined; place = waiting.at(-1)) {
    const children = childrenOf.get(network.tasks[place]!.id) ?? [];
    const open = children.filter((child) => !done.has(child));
    for (const child of open) waiting.push(child);
    if (open.length > 0) continue;
    waiting.pop();
    const dated = children.flatMap((child) => done.get(child) ?? []);
    done.set(place, dated.length === 0 ? items[place]! : span(items[place]!, dated));
  }
  return items.map((item, place) => done.get(place) ?? item);
}

function span({ id, title }: Item, children: readonly Item[]): Item {
  const least = (field: NumberField) => children.reduce((found, child) => Math.min(found, child[field]), Infinity);
  const most = (field: NumberField) => children.reduce((found, child) => Math.max(found, child[field]), -Infinity);
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
