import type { Precomputation } from "./jql/precomputation";
import type { ItemKind } from "#domain/sync/item";
import type { SpaceMapping } from "#domain/setup/mapping";
import type { JiraAdmin } from "./admin-ports";
import type { Runs } from "./sync/run-ports";

/** What a use case may reach. The entry fills it from the signed context; nothing in it comes from the page. */
export interface Outside {
  /** Jira as the person who asks sees it. */
  readonly jira: Jira;
  /** Jira as the app: only after the person's own permissions have been checked. */
  readonly jiraAsApp: Jira;
  /** Configuration of the site, as the person. */
  readonly admin: JiraAdmin;
  readonly runs: Runs;
  readonly settings: Settings;
  readonly queue: SyncQueue;
  readonly announce: Announce;
  readonly clock: Clock;
  readonly who: { readonly accountId: string };
  readonly space: { readonly id: string; readonly key: string } | null;
  readonly issue: { readonly id: string; readonly key: string } | null;
  /** The instant by which a long job hands over to its next invocation. */
  readonly deadline: number;
  readonly newId: () => string;
}

export interface Clock {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

/** Tells open pages that a run has moved; a hint and nothing more, so that nobody learns from it what Jira would not show. */
export type Announce = (run: string) => Promise<void>;

export interface SyncQueue {
  /** Runs the next stretch of a sync job, at once or after a delay. */
  push(run: string, delaySeconds: number): Promise<void>;
}

/** Small values under a key: the mapping of a space, what set-up did. */
export interface Settings {
  read(key: string): Promise<unknown>;
  write(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

export interface Jira {
  /** Ids of work items that carry the app's identity, as far as the search index knows. */
  findIds(query: ItemQuery): Promise<readonly string[]>;
  /**
   * Read after write: what these items hold now, whatever the search index knows. Those not visible are left out. Jira gives five
   * properties at most: those of plan items unless others are asked for.
   */
  fetchItems(
    refs: readonly string[],
    mapping: SpaceMapping | null,
    properties?: readonly string[],
  ): Promise<readonly JiraItem[]>;
  /** How many work items a query finds, as Jira counts them in about. */
  count(jql: string): Promise<number>;
  /** Ids of work items of these types that bear one of these titles and carry no identity the index knows of. */
  findTitled(query: TitleQuery): Promise<readonly string[]>;
  /** Fields without which Jira makes no work item of this type, less those it fills in by itself. */
  requiredFields(spaceId: string, typeId: string): Promise<readonly RequiredField[]>;
  /** People of the space whose name or address is like this. */
  suggestPeople(name: string, spaceKey: string): Promise<readonly string[]>;
  /** The number in the key of the newest work item the index knows in a space; 0 when there is none. */
  newestNumber(spaceKey: string): Promise<number>;
  createItems(drafts: readonly Draft[], mapping: SpaceMapping): Promise<readonly Created[]>;
  updateItem(issue: string, change: Change, mapping: SpaceMapping): Promise<void>;
  deleteItem(issue: string): Promise<void>;
  link(type: string, from: string, to: string): Promise<void>;
  unlink(link: string): Promise<void>;
  writeProperty(issue: string, key: string, value: unknown): Promise<void>;
  readProperty(issue: string, key: string): Promise<unknown>;
  /** What changed in these work items and when, as far as Jira shows them. */
  changes(issues: readonly string[]): Promise<readonly FieldChange[]>;
  /** What the app's JQL functions stand for in searches people have made lately; only the app may ask. */
  precomputations(): Promise<readonly Precomputation[]>;
  precompute(changed: readonly Precomputation[]): Promise<void>;
  /** Ids of the site's priorities, the highest first. */
  priorities(): Promise<readonly string[]>;
  removeProperty(issue: string, key: string): Promise<void>;
  comment(issue: string, lines: readonly CommentLine[]): Promise<void>;
  /** Account id of a person named by e-mail or account id; null when nobody or more than one answers. */
  findPerson(name: string, spaceKey: string): Promise<string | null>;
  /** What a person is called on this site. */
  nameOf(accountId: string): Promise<string>;
  personOf(accountId: string): Promise<Person>;
  /** Of these permissions, those the person does not have in the space. */
  missingPermissions(check: PermissionCheck): Promise<readonly string[]>;
  statuses(spaceId: string, typeId: string): Promise<readonly Status[]>;
  moveTo(issue: string, statusId: string): Promise<"moved" | "no-transition">;
  /** Takes the first transition that leads to a status which counts as done. */
  finish(issue: string): Promise<"moved" | "no-transition">;
  findSpace(ref: string): Promise<Space | null>;
  spaces(): Promise<readonly Space[]>;
  /** What this client has spent since it was made. */
  spent(): Spent;
}

export interface Person {
  readonly name: string;
  /** Null where Jira does not show it to whoever asks. */
  readonly address: string | null;
}

/** One field of one work item, from one value to another, as its changelog has it. */
export interface FieldChange {
  readonly id: string;
  readonly issue: string;
  readonly at: number;
  readonly by: string;
  /** Whether an app made it, and no person. */
  readonly byApp: boolean;
  /** Id of the field, or its name where it has none. */
  readonly field: string;
  readonly from: { readonly value: string | null; readonly text: string | null };
  readonly to: { readonly value: string | null; readonly text: string | null };
}

/** A paragraph: words, and people whom Jira notifies. No part may be empty. */
export type CommentLine = readonly (string | { readonly accountId: string; readonly name: string })[];

export interface Spent {
  readonly reads: number;
  readonly writes: number;
  readonly points: number;
}

export interface Space {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly managed: "company" | "team";
}

/** Work items that carry the app's identity: of one plan, of one kind, or both. */
export interface ItemQuery {
  readonly plan: string | null;
  readonly kind: ItemKind | null;
  /** Null looks in every space. */
  readonly space: string | null;
  /** Work types the items are of: where Jira does not index the identity, because the app is not installed, these are looked through. */
  readonly types?: readonly string[];
  /** Only those right below this work item. */
  readonly parent?: string;
  /** Only those changed in the last so many minutes. */
  readonly minutes?: number;
}

export interface TitleQuery {
  readonly space: string;
  readonly types: readonly string[];
  readonly titles: readonly string[];
}

export interface RequiredField {
  readonly id: string;
  readonly name: string;
}

export interface PermissionCheck {
  readonly accountId: string;
  readonly spaceId: string;
  readonly permissions: readonly string[];
}

export interface Status {
  readonly id: string;
  readonly name: string;
  readonly category: "new" | "indeterminate" | "done";
}

export interface JiraItem {
  readonly id: string;
  readonly key: string;
  readonly spaceId: string;
  readonly typeId: string;
  readonly status: Status;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly summary: string;
  /** A document in Atlassian's format, as Jira sent it. */
  readonly description: unknown;
  readonly assignee: { readonly accountId: string; readonly name: string } | null;
  readonly labels: readonly string[];
  /** Id of its priority; null where the space has none. */
  readonly priority: string | null;
  readonly due: string | null;
  readonly start: string | null;
  readonly phase: string | null;
  readonly likelihood: number | null;
  readonly impact: number | null;
  readonly exposure: number | null;
  readonly parent: { readonly id: string; readonly key: string } | null;
  readonly links: readonly JiraLink[];
  /** Only properties of ours, each still unknown. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A link as one of its ends shows it. */
export interface JiraLink {
  readonly id: string;
  readonly type: string;
  /** `from`: this item is the one that blocks, holds, threatens or covers. */
  readonly end: "from" | "to";
  readonly other: { readonly id: string; readonly key: string; readonly title: string; readonly status: Status };
}

/** Values to write. What is absent is left alone, null empties. */
export interface FieldValues {
  readonly summary?: string;
  readonly description?: unknown;
  readonly assignee?: string | null;
  readonly labels?: readonly string[];
  readonly priority?: string;
  readonly due?: string | null;
  readonly start?: string | null;
  readonly phase?: string | null;
  readonly likelihood?: number | null;
  readonly impact?: number | null;
  readonly exposure?: number | null;
  readonly typeId?: string;
  /** By id or key. */
  readonly parent?: string | null;
}

export interface Draft {
  readonly item: string;
  readonly typeId: string;
  /** Issue id of the parent, where the hierarchy allows one. */
  readonly parent: string | null;
  readonly values: FieldValues;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface Change {
  readonly values: FieldValues;
  readonly properties: Readonly<Record<string, unknown>>;
}

export type Created =
  | { readonly kind: "created"; readonly item: string; readonly id: string; readonly key: string }
  | { readonly kind: "failed"; readonly item: string; readonly message: string; readonly mend: string };
