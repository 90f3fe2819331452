import type { WorkItemCounting } from "#contract/work-items";
import type { Category, ItemComment, WorkItem } from "#domain/adoption/work-item";
import type { AdoptionOutside, EventQueue, PersonRow } from "../adoption-ports";
import type { Jira } from "../ports";

/** Work items as those who count them read them. */
export interface ItemReader {
  /** The query as it stands, a page at a time. */
  page(asked: ItemPage): Promise<{ readonly items: readonly ReadItem[]; readonly next: string | null }>;
  /** Ids alone, all of them. */
  ids(jql: string): Promise<readonly string[]>;
  /** All comments of a work item, where its own page shows only some. */
  comments(item: string): Promise<readonly ItemComment[]>;
  /** Of every status of the site, by its id. */
  categories(): Promise<ReadonlyMap<string, Category>>;
  accounts(ids: readonly string[]): Promise<readonly Account[]>;
  groups(like: string): Promise<readonly Group[]>;
  /** Active members; refuses where the group is gone. */
  members(group: string): Promise<readonly Account[]>;
}

export interface ItemPage {
  readonly jql: string;
  readonly token: string | null;
  readonly most: number;
  readonly withComments: boolean;
}

export interface ReadItem extends WorkItem {
  /** Jira shows the first few with the work item. */
  readonly hasMoreComments: boolean;
}

export interface Account {
  readonly id: string;
  /** Null where Jira hides it. */
  readonly email: string | null;
  readonly kind: "person" | "customer" | "app";
}

export interface Group {
  readonly id: string;
  readonly name: string;
}

/** A transaction or a ticket, defined as work items. */
export interface ItemSource {
  readonly id: string;
  readonly plan: string;
  readonly zone: string;
  readonly name: string;
  readonly createdAt: number;
  readonly counting: WorkItemCounting;
}

/** Who people are who go by several names, and who belonged to which group; people are numbers. */
export interface Roster {
  /** Of these numbers, those that stand for somebody else. */
  customers(plan: string, numbers: readonly number[]): Promise<ReadonlyMap<number, number>>;
  putCustomers(plan: string, pairs: readonly (readonly [customer: number, person: number])[]): Promise<void>;
  /** Of these numbers, those that have facts in the plan. */
  known(plan: string, numbers: readonly number[]): Promise<ReadonlySet<number>>;
  /** What lists say of these people. */
  listed(plan: string, numbers: readonly number[]): Promise<readonly Omit<PersonRow, "version">[]>;
  /** Everything reported of one number becomes the other's: two names of one person. */
  join(plan: string, from: number, into: number): Promise<void>;
  members(plan: string, group: string): Promise<readonly number[]>;
  putMembers(plan: string, group: string, people: readonly number[]): Promise<void>;
  dropMembers(plan: string, group: string, people: readonly number[]): Promise<void>;
  /** Ids of tickets that begin like this. */
  tickets(plan: string, start: string): Promise<readonly string[]>;
  dropTickets(plan: string, tickets: readonly string[]): Promise<void>;
}

export interface ItemsOutside extends AdoptionOutside {
  readonly jira: Jira;
  readonly jiraAsApp: Jira;
  readonly reader: ItemReader;
  readonly readerAsApp: ItemReader;
  readonly roster: Roster;
  readonly queue: EventQueue;
  /** Whether a look should hand over to its next turn. */
  readonly isOver: () => boolean;
}
