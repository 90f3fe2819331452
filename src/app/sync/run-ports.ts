import type { Base, BaseEdge, BaseItem, ItemKind } from "#domain/sync/item";
import type { Operation } from "#domain/sync/operation";

/** A plan is known by its space and its id, so that a copy of the plan elsewhere keeps its own memory. */
export interface PlanRef {
  readonly space: string;
  readonly plan: string;
}

export type RunState = "queued" | "running" | "parked" | "done" | "failed" | "cancelled" | "undone";

export interface Run extends PlanRef {
  readonly id: string;
  readonly title: string;
  /** Account id of the person who asked. */
  readonly by: string;
  /** Account id of the person who asked to take it back. */
  readonly undoBy: string | null;
  readonly startedAt: number;
  readonly state: RunState;
  /** Whether the job goes forward or takes back what it wrote. */
  readonly direction: "apply" | "undo";
  readonly doing: string;
  readonly done: number;
  readonly total: number;
  readonly points: number;
  /** While parked: when Jira's quota starts again. */
  readonly until: number | null;
  readonly cancelled: boolean;
}

export type OperationState = "planned" | "sent" | "done" | "failed" | "undone" | "kept";

/** One call of a job: written down before it is sent and again when its answer is known. */
export interface Journaled {
  readonly run: string;
  readonly at: number;
  readonly state: OperationState;
  readonly operation: Operation;
  /** Of a creation: the items it made. Of the rest: null. */
  readonly made: readonly Made[];
  readonly failures: readonly Failure[];
  /** Of a creation: the newest key number known before the call, from which a lost answer is looked for. */
  readonly mark: number | null;
}

export interface Made {
  readonly item: string;
  readonly title: string;
  readonly id: string;
  readonly key: string;
}

export interface Failure {
  readonly item: string;
  readonly title: string;
  readonly message: string;
  readonly mend: string;
}

export interface Lease {
  readonly name: string;
  readonly holder: string;
  readonly now: number;
  readonly until: number;
}

/** Points one invocation has spent in one hour, counted since 1970; the largest figure counts, so it may be written twice. */
export interface Spending {
  readonly hour: number;
  readonly spender: string;
  readonly points: number;
}

/** One thing in which Jira has moved since the two agreed. */
export interface Drifted {
  readonly item: string;
  readonly kind: ItemKind;
  readonly issue: string;
  readonly key: string | null;
  readonly title: string;
  readonly what: "field" | "link" | "deleted" | "moved" | "retyped";
  readonly field: string;
  readonly was: string | null;
  readonly now: string | null;
  readonly since: number;
  readonly by: string | null;
}

/** A change somebody made in Jira, kept for as long as runs are. */
export interface KeptChange {
  /** Jira's own number of it: the same however often it is read. */
  readonly id: string;
  readonly at: number;
  readonly by: string | null;
  readonly item: string;
  readonly issue: string;
  readonly key: string;
  readonly title: string;
  readonly field: string;
  readonly was: string | null;
  readonly now: string | null;
}

export interface Outcome {
  readonly made: readonly Made[];
  readonly failures: readonly Failure[];
}

export interface BaseChange {
  readonly items: readonly BaseItem[];
  /** An edge that neither side holds is forgotten. */
  readonly edges: readonly BaseEdge[];
  readonly lostItems: readonly string[];
}

/** Memory of the sync: the merge base, the runs, and the journal of their calls. */
export interface Runs {
  readBase(ref: PlanRef): Promise<Base>;
  /** Which issue one item is, by its id, in each plan of a space. */
  plansIn(space: string, item: string): Promise<readonly { readonly plan: string; readonly issue: string }[]>;
  /** All plans there is a memory of. */
  plans(): Promise<readonly PlanRef[]>;
  /** The plans that one of these work items is of. */
  plansOf(issues: readonly string[]): Promise<readonly PlanRef[]>;
  writeBase(ref: PlanRef, change: BaseChange): Promise<void>;
  start(run: Run, operations: readonly Operation[]): Promise<void>;
  find(id: string): Promise<Run | null>;
  /** Newest first. */
  list(ref: PlanRef): Promise<readonly Run[]>;
  save(run: Run): Promise<void>;
  /** Compare and set: true when this holder now has the name, and nobody else does until then. */
  hold(lease: Lease): Promise<boolean>;
  letGo(name: string, holder: string): Promise<void>;
  /** What the job has made and what failed, without its calls. */
  outcome(run: string): Promise<Outcome>;
  journal(run: string): Promise<readonly Journaled[]>;
  note(entries: readonly Journaled[]): Promise<void>;
  spend(spending: Spending): Promise<void>;
  /** By all jobs of the site in that hour. */
  spent(hour: number): Promise<number>;
  readDrift(ref: PlanRef): Promise<readonly Drifted[]>;
  /** Takes the place of all that was known of these items; null: of the whole plan. */
  writeDrift(ref: PlanRef, drifted: readonly Drifted[], items: readonly string[] | null): Promise<void>;
  keepChanges(ref: PlanRef, changes: readonly KeptChange[]): Promise<void>;
  /** Newest first, before an instant. */
  changesBefore(ref: PlanRef, before: number, most: number): Promise<readonly KeptChange[]>;
  /** Set by whoever cancels, read by the job between calls. */
  cancel(run: string): Promise<void>;
}
