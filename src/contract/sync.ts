import { z } from "zod";

/** The plan travels as the text of its file: one reading, on the side that acts on it. */
export const planText = z.object({ text: z.string().max(400_000), fileName: z.string().max(200) });

export const choice = z.enum(["file", "jira"]);

/** Settles every conflict that has no choice of its own. `newest`: whichever side moved last; asks where that cannot be told. */
export const conflictRule = z.enum(["file", "jira", "newest"]);

/** What becomes of a work item the file no longer names: nothing, it leaves the plan, or it is done with as well. */
export const orphanChoice = z.enum(["keep", "unlink", "close"]);

export const proposeRequest = planText.extend({
  /** How each conflict is settled, by `item/field`. */
  choices: z.record(z.string(), choice).default({}),
  rule: conflictRule.nullable().default(null),
  /** Existing work items a person has confirmed for items of the plan: key by item. */
  adopt: z.record(z.string(), z.string().regex(/^[A-Z][A-Z0-9_]+-[1-9]\d*$/)).default({}),
  orphans: z.record(z.string(), orphanChoice).default({}),
  /** When the file was last written, for the rule `newest`. */
  editedAt: z.number().nullable().default(null),
});

export const applyRequest = proposeRequest.extend({
  /** Of the proposal that was looked at: a different one is refused as stale. */
  hash: z.string(),
  /** Given when the safety limit asked for the exact number of items touched. */
  confirmed: z.number().int().nullable().default(null),
});

export const runRequest = z.object({ run: z.string() });
export const planRequest = z.object({ plan: z.string() });

export interface ProposalView {
  readonly plan: { readonly id: string; readonly title: string };
  readonly hash: string;
  readonly counts: {
    readonly create: number;
    /** Existing work items the plan takes on, named by key or confirmed. */
    readonly adopt: number;
    readonly update: number;
    readonly pull: number;
    readonly conflict: number;
    readonly link: number;
    readonly unlink: number;
    readonly orphan: number;
    readonly refusal: number;
    readonly rest: number;
  };
  readonly rows: readonly ProposalRow[];
  readonly links: readonly LinkRow[];
  readonly findings: readonly FindingView[];
  /** Set when so much would change that the person must type the number. */
  readonly limit: { readonly touched: number; readonly existing: number } | null;
  readonly estimate: EstimateView;
  /** Existing work items that bear the title of something about to be created. Nothing is taken on unless a person confirms it. */
  readonly offers: readonly AdoptionOffer[];
  readonly orphans: readonly OrphanView[];
  /** Who is syncing this plan at this moment. */
  readonly running: RunningView | null;
  /** What would refuse the whole apply before anything is written. */
  readonly blocked: readonly { readonly message: string; readonly mend: string }[];
}

export interface EstimateView {
  readonly requests: number;
  readonly points: number;
  readonly seconds: number;
  /** With the waiting for the next hour, where the allowance of this hour is too small. */
  readonly minutes: number;
  readonly allowance: { readonly left: number; readonly perHour: number };
}

export interface AdoptionOffer {
  readonly item: string;
  readonly kind: ItemKind;
  readonly title: string;
  readonly candidates: readonly {
    readonly key: string;
    readonly title: string;
    readonly status: string;
    /** `title`: it bears the same title. `linked`: somebody put it into the plan on Jira's side. */
    readonly because: "title" | "linked";
  }[];
}

export type OrphanChoice = z.output<typeof orphanChoice>;
export type ConflictRule = z.output<typeof conflictRule>;

export interface OrphanView {
  readonly item: string;
  readonly kind: ItemKind;
  readonly key: string;
  readonly title: string;
  /** Links the plan has made between it and what stays. */
  readonly links: number;
  readonly choice: OrphanChoice;
}

export interface RunningView {
  readonly run: string;
  /** As Jira shows the name to this person. */
  readonly by: string;
  readonly startedAt: number;
  readonly doing: string;
  readonly done: number;
  readonly total: number;
}

export type ItemKind = "plan" | "step" | "risk" | "rollback";

export interface ProposalRow {
  readonly item: string;
  readonly kind: ItemKind;
  readonly action: "create" | "adopt" | "update" | "pull" | "conflict" | "orphan" | "refusal";
  readonly key: string | null;
  readonly title: string;
  readonly fields: readonly FieldRow[];
  /** `item`: nothing of it is written. `field`: the rest of it is. */
  readonly refusal: { readonly message: string; readonly mend: string; readonly stops: "item" | "field" } | null;
}

export interface FieldRow {
  readonly field: string;
  readonly step: "push" | "pull" | "conflict";
  readonly base: string | null;
  readonly plan: string | null;
  readonly jira: string | null;
}

export interface LinkRow {
  readonly action: "link" | "unlink";
  readonly from: string;
  readonly to: string;
  /** `FS`, `SS +1d`, `has step`, `threatens`, … */
  readonly label: string;
  readonly titles: { readonly from: string; readonly to: string };
}

export interface FindingView {
  readonly rule: string;
  readonly level: "error" | "warning" | "hint";
  readonly item: string | null;
  readonly field: string | null;
  readonly line: number | null;
  readonly message: string;
  readonly mend: string;
}

export interface RunView {
  readonly id: string;
  readonly plan: string;
  readonly by: string;
  readonly startedAt: number;
  readonly state: "queued" | "running" | "parked" | "done" | "failed" | "cancelled" | "undone";
  readonly doing: string;
  readonly done: number;
  readonly total: number;
  readonly points: number;
  readonly remainingSeconds: number | null;
  readonly created: readonly { readonly key: string; readonly title: string }[];
  readonly failures: readonly {
    readonly item: string;
    readonly title: string;
    readonly message: string;
    readonly mend: string;
  }[];
  readonly canUndo: boolean;
  readonly direction: "apply" | "undo";
  /** How many of its failures may be tried again. */
  readonly retryable: number;
}

/** What taking a run back would do now. */
export interface UndoView {
  readonly restores: number;
  readonly deletes: number;
  readonly unlinks: number;
  /** What can no longer be undone, and why. */
  readonly kept: readonly {
    readonly item: string;
    readonly title: string;
    readonly message: string;
    readonly mend: string;
  }[];
}
