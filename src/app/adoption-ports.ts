import type { SnapshotView } from "#contract/adoption";
import type { PackedBatch, QueuedReadings } from "#contract/usage-event";
import type { PersonFacts, SourceFacts, WeekFacts, WorkedWeek } from "#domain/adoption/facts";
import type { StoredRows } from "#domain/adoption/storage";
import type { Observation } from "#domain/adoption/observation";
import type { Plan } from "#domain/plan/plan";
import type { BadLine } from "#formats/event-batch";
import type { Settings } from "./ports";
import type { HiddenFrom } from "./work-items/hidden-from";

/** The store of merged facts. */
export interface Facts {
  merge(batch: PackedBatch): Promise<void>;
  putPeople(plan: string, people: readonly PersonRow[]): Promise<void>;
  /** People of a wave, or of all waves. */
  people(plan: string, wave: string | null): Promise<readonly PersonFacts[]>;
  /** By wave; under the empty name what is of nobody's wave. */
  weeks(plan: string): Promise<ReadonlyMap<string, readonly WeekFacts[]>>;
  /** The hours each person worked in some ISO weeks, as 202614. */
  worked(plan: string, weeks: readonly number[]): Promise<readonly WorkedWeek[]>;
  sources(plan: string): Promise<readonly SourceFacts[]>;
  /** The snapshot that is kept, beside what has come in by now. */
  kept(plan: string, wave: string | null): Promise<Kept>;
  keepSnapshot(plan: string, wave: string | null, snapshot: SnapshotView): Promise<void>;
  /** After the list of people has changed. */
  dropSnapshots(plan: string): Promise<void>;
  /** People named by an Atlassian account, by which Atlassian asks for them. */
  keepAccounts(accounts: PackedBatch["accounts"], seenAt: number): Promise<void>;
  accounts(): Promise<readonly KnownAccount[]>;
  /** Every fact about a person, in one plan or, for null, in all of them. */
  erasePerson(person: number, plan: string | null): Promise<void>;
  /** Plans that have any fact. */
  plans(): Promise<readonly string[]>;
}

export interface Kept {
  readonly snapshot: SnapshotView | null;
  readonly sources: readonly SourceFacts[];
}

/** How much room facts take, and what can be done about it. */
export interface Storage {
  /** Plans with facts about people. */
  plans(): Promise<readonly string[]>;
  rows(plan: string): Promise<StoredRows>;
  /** Weeks whose hours are kept a person, as 202614. */
  weeks(plan: string): Promise<readonly number[]>;
  /** Keeps of a week only how many of each wave worked in it. */
  totalWeek(plan: string, week: number): Promise<void>;
  /** Forgets the single days of people who need them no more. */
  forgetDays(plan: string, people: readonly number[]): Promise<void>;
  forgetPlan(plan: string): Promise<void>;
}

export interface KnownAccount {
  readonly account: string;
  readonly person: number;
  readonly seenAt: number;
}

export interface PersonRow {
  readonly person: number;
  readonly wave: string;
  readonly department: string;
  readonly accessAt: number | null;
  readonly leftAt: number | null;
  /** Newest wins; equal times are settled by content, so that order never matters. */
  readonly version: string;
}

/** A system that reports usage, with the keys that sign for it. */
export interface Source {
  readonly id: string;
  readonly plan: string;
  readonly zone: string;
  readonly name: string;
  readonly createdAt: number;
  /** The newest first; two while one is being rotated out. */
  readonly keys: readonly string[];
}

export interface RefusedBatch {
  readonly batch: string;
  readonly at: number;
  readonly bad: readonly BadLine[];
}

export interface Sources {
  find(id: string): Promise<Source | null>;
  put(source: Source): Promise<void>;
  remove(source: Source): Promise<void>;
  list(plan: string): Promise<readonly Source[]>;
  noteRefused(source: Source, refused: RefusedBatch): Promise<void>;
  refused(source: Source): Promise<readonly RefusedBatch[]>;
  /** Where this site's events are posted to. */
  url(): Promise<string>;
}

/** Everything that takes a secret key. */
export interface Seals {
  newSecret(): string;
  newId(): string;
  isSignedBy(keys: readonly string[], signed: Signed): boolean;
  /** True once for each name within the time given. */
  isFirst(name: string, withinSeconds: number): Promise<boolean>;
  /** The same person always gives the same number on this site; the number alone does not give the person. */
  personNumbers(): Promise<(person: string) => number>;
  hash(text: string): string;
}

export interface Signed {
  readonly timestamp: string;
  readonly body: string;
  readonly signature: string;
}

/** Takes what systems read off to whoever keeps the triggers. */
export interface ReadingQueue {
  push(readings: QueuedReadings): Promise<"taken" | "full">;
}

export interface EventQueue {
  push(parts: readonly PackedBatch[]): Promise<"taken" | "full">;
}

/** The read-only field that the workflow rule reads, which only the app can write, and beside it the numbers it rests on, which others could. */
export interface Verdicts {
  /** Id of the field on this site. */
  field(): Promise<string>;
  publish(issue: string, evidence: string): Promise<void>;
  write(issue: string, text: string): Promise<void>;
  read(issue: string): Promise<string | null>;
}

/** What people write down because no system reports it. */
export interface Observations {
  note(plan: string, observation: Observation): Promise<void>;
  list(plan: string): Promise<readonly Observation[]>;
  /** Accounts that wrote any of it, for Atlassian's cycle of personal data. */
  people(): Promise<readonly string[]>;
  forgetPerson(account: string): Promise<void>;
}

export interface CountingSource {
  readonly id: string;
  readonly name: string;
  readonly counting: { readonly counts: "transaction" | "ticket" };
}

/** What of a plan is counted from work items, and who may see the numbers. */
export interface CountedItems {
  /** Definitions that look by themselves, and so hold up the cut as long as they have not looked. */
  sources(plan: string): Promise<readonly CountingSource[]>;
  /** From whoever asks. */
  hiddenFrom(plan: string): Promise<HiddenFrom>;
  /** From somebody who sees the plan's own work item and nothing else. */
  hiddenInField(loaded: LoadedPlan): Promise<HiddenFrom>;
}

export interface AdoptionOutside {
  readonly countedItems: CountedItems;
  readonly observations: Observations;
  readonly settings: Settings;
  /** The account of the one person who answers to an e-mail or account id. */
  readonly findPerson: (name: string) => Promise<string | null>;
  /** The account of whoever asks; empty for the app itself. */
  readonly caller: string;
  readonly facts: Facts;
  readonly sources: Sources;
  readonly seals: Seals;
  readonly verdicts: Verdicts;
  /** The plan as the person may see it; refuses what Jira does not show them. */
  readonly loadPlan: (plan: string) => Promise<LoadedPlan>;
  /** Refuses whoever may not administer the space of the plan: sources carry secrets, people lists carry names. */
  readonly mustAdminister: (loaded: LoadedPlan) => Promise<void>;
  /** Refuses whoever may not edit work items in the space of the plan. */
  readonly mustEdit: (loaded: LoadedPlan) => Promise<void>;
  readonly now: number;
}

export interface LoadedPlan {
  readonly plan: Plan;
  /** Of the plan's own work item. */
  readonly key: string;
  readonly spaceId: string;
}
