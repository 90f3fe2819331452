import { z } from "zod";

/** The plan travels as the text of its file: one reading, on the side that acts on it. */
export const planText = z.object({ text: z.string().max(400_000), fileName: z.string().max(200) });

export const choice = z.enum(["file", "jira"]);

export const proposeRequest = planText.extend({
  /** How each conflict is settled, by `item/field`. */
  choices: z.record(z.string(), choice).default({}),
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
  readonly estimate: { readonly requests: number; readonly points: number; readonly seconds: number };
}

export type ItemKind = "plan" | "step" | "risk" | "rollback";

export interface ProposalRow {
  readonly item: string;
  readonly kind: ItemKind;
  readonly action: "create" | "update" | "pull" | "conflict" | "orphan" | "refusal";
  readonly key: string | null;
  readonly title: string;
  readonly fields: readonly FieldRow[];
  readonly refusal: { readonly message: string; readonly mend: string } | null;
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
}
