import { aboutOf } from "./ticket-about";
import type { TicketCategory } from "./ticket-category";
import type { Category, Counting, ItemChange, ProcessRule, WorkItem } from "./work-item";

export interface Happening {
  /** The same for the same thing, however often the work item is read. */
  readonly id: string;
  readonly at: number;
  /** An account; null where Jira names nobody. */
  readonly by: string | null;
  readonly process: string;
  /** Of a ticket what it was about; null where nothing says so. */
  readonly category: TicketCategory | null;
}

/** What surrounds a work item: its changelog, and which category each status belongs to. */
export interface Around {
  readonly changes: readonly ItemChange[];
  readonly categories: ReadonlyMap<string, Category>;
}

/**
 * J1: what of one work item counts. A change or a comment counts as of its own time and by whoever was in charge then, so that reading
 * the work item again after it has passed on to somebody else gives the same and no more.
 */
export function happenings(item: WorkItem, counting: Counting, around: Around): readonly Happening[] {
  const process = processOf(item, counting.process);
  if (counting.counts === "ticket") {
    // A ticket is one, however it moves; its newest version wins, so the person of today stands for it.
    const by = counting.who === "actor" ? item.creator : item[counting.who];
    return [{ id: ticketOf(item.id), at: item.createdAt, by, process, category: aboutOf(item, counting.about) }];
  }
  return moments(item, counting, around).map(({ id, at, by }) => ({
    id,
    at,
    by: counting.who === "actor" ? by : inCharge(item, counting.who, { at, changes: around.changes }),
    process,
    category: null,
  }));
}

/** The name under which a work item is a ticket, whichever definition finds it. */
export function ticketOf(item: string): string {
  return `jira-${item}`;
}

type Moment = Omit<Happening, "process" | "category">;

function moments(item: WorkItem, { moment }: Counting, around: Around): readonly Moment[] {
  switch (moment.kind) {
    case "created":
      return [{ id: `jira-${item.id}`, at: item.createdAt, by: item.creator }];
    case "moved":
      return moves(item, around, ({ to }) => same(to.text, moment.status));
    case "reached":
      return moves(item, around, ({ from, to }) => {
        const of = (status: string | null) => around.categories.get(status ?? "");
        // Moving on within a category is no second arrival in it.
        return of(to.value) === moment.category && of(from.value) !== moment.category;
      });
    case "commented":
      return item.comments.map(({ id, at, by }) => ({ id: `jira-${item.id}-c${id}`, at, by }));
  }
}

function moves(item: WorkItem, { changes }: Around, isWanted: (change: ItemChange) => boolean): readonly Moment[] {
  return changes
    .filter((change) => change.field === "status" && isWanted(change))
    .map(({ id, at, by }) => ({ id: `jira-${item.id}-${id}`, at, by }));
}

/** The first change after that moment tells what it changed from; where there is none, what holds now held then. */
function inCharge(
  item: WorkItem,
  field: "reporter" | "assignee",
  { at, changes }: { at: number; changes: readonly ItemChange[] },
): string | null {
  const later = changes.filter((change) => change.field === field && change.at > at);
  const [next] = later.toSorted((a, b) => a.at - b.at);
  return next === undefined ? item[field] : next.from.value;
}

const mostLetters = 64;

function processOf(item: WorkItem, rule: ProcessRule): string {
  const first = (names: readonly string[]): string => names.toSorted()[0] ?? "";
  switch (rule.kind) {
    case "fixed":
      return rule.name.slice(0, mostLetters);
    case "component":
      return first(item.components).slice(0, mostLetters);
    case "label":
      return first(item.labels).slice(0, mostLetters);
    case "request-type":
      return (item.requestType ?? "").slice(0, mostLetters);
    case "work-type":
      return item.workType.slice(0, mostLetters);
  }
}

function same(text: string | null, name: string): boolean {
  return text !== null && text.trim().toLowerCase() === name.trim().toLowerCase();
}
