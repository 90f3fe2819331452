import { isSetAside, setAside, ticketCategories } from "./ticket-category";
import type { TicketCategory } from "./ticket-category";
import { categoryIn } from "./ticket-words";
import type { AboutRule, WorkItem } from "./work-item";

/**
 * J8: what a work item was about, by the names the definition lists, else by what its own words mean; null where they say nothing, or
 * two things. One that was resolved as a duplicate is one, whatever else it says.
 */
export function aboutOf(item: WorkItem, rule: AboutRule | undefined): TicketCategory | null {
  if (item.resolution !== null && categoryIn(item.resolution) === "duplicate") return "duplicate";
  if (rule === undefined) return null;
  const names = namesOf(item, rule.kind);
  return one(names.flatMap((name) => listed(name, rule))) ?? one(names.flatMap((name) => categoryIn(name) ?? []));
}

function listed(name: string, { names }: AboutRule): readonly TicketCategory[] {
  return ticketCategories.filter((category) => names[category]?.some((known) => plain(known) === plain(name)));
}

/** What takes a ticket out goes before what it was about. */
function one(found: readonly TicketCategory[]): TicketCategory | null {
  const aside = setAside.find((category) => found.includes(category));
  const [only, ...others] = new Set(found.filter((category) => !isSetAside(category)));
  return aside ?? (others.length === 0 ? (only ?? null) : null);
}

function namesOf(item: WorkItem, kind: AboutRule["kind"]): readonly string[] {
  switch (kind) {
    case "component":
      return item.components;
    case "label":
      return item.labels;
    case "request-type":
      return item.requestType === null ? [] : [item.requestType];
    case "work-type":
      return [item.workType];
  }
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
