import { z } from "zod";

export const riskTag = z.enum(["pre-delivery", "post-delivery"]);
export const retagRequest = z.object({ key: z.string(), tag: riskTag });
export const moveRequest = z.object({ key: z.string(), status: z.string() });

const words = (most: number) => z.string().trim().max(most);
const score = z.int().min(1).max(10);

export const raiseRequest = z.object({
  /** Null: the plan of the work item the page stands on, which the risk then threatens. */
  plan: words(200).min(1).nullable(),
  title: words(255).min(1),
  tag: riskTag,
  likelihood: score,
  impact: score,
  owner: words(200).min(1).nullable(),
  response: words(2000),
  threatens: z.array(words(200)).max(50),
});

/** On the risk's own work item, which comes from the signed context. */
export const editRiskRequest = z.object({ response: words(2000), proximity: z.iso.date().nullable() });

/** What of the board is shown: each part narrows it, an empty one does not. */
export const boardFilter = z.object({
  words: words(200),
  band: words(60),
  side: words(60),
  staleOnly: z.boolean(),
  openOnly: z.boolean(),
});
export type BoardFilter = z.infer<typeof boardFilter>;

const savedView = z.object({ name: words(60).min(1), filter: boardFilter });
export type SavedView = z.infer<typeof savedView>;
export const savedViews = z.array(savedView).max(20);
export const saveViewsRequest = z.object({ plan: words(200).min(1), views: savedViews });

export interface CriticalRisksView {
  readonly open: number;
  readonly exposure: number;
  readonly risks: readonly {
    readonly key: string;
    readonly title: string;
    readonly exposure: number;
    readonly steps: readonly string[];
  }[];
}

export interface RiskBoardView {
  readonly plan: { readonly id: string; readonly title: string };
  readonly statuses: readonly {
    readonly id: string;
    readonly name: string;
    readonly category: "new" | "indeterminate" | "done";
  }[];
  readonly lanes: readonly { readonly tag: z.infer<typeof riskTag>; readonly cards: readonly RiskCard[] }[];
  readonly heat: HeatView;
  readonly jql: string;
  readonly views: readonly SavedView[];
  readonly canEdit: boolean;
}

/** The open risks where likelihood and impact meet: rows from the likeliest down, in a row the impacts upward. */
export interface HeatView {
  readonly likelihoods: readonly string[];
  readonly impacts: readonly string[];
  readonly rows: readonly (readonly {
    readonly likelihood: number;
    readonly impact: number;
    readonly exposure: number;
    readonly band: string;
    readonly weight: number;
    readonly keys: readonly string[];
  }[])[];
}

export interface RiskCard {
  readonly key: string;
  readonly title: string;
  readonly status: string;
  readonly likelihood: number;
  readonly impact: number;
  readonly exposure: number;
  /** Its exposure before anything was done about it; null while nobody has said what is left over. */
  readonly inherent: number | null;
  /** `low` to `extreme`, as the matrix names the exposure. */
  readonly band: string;
  /** The band's place from 0 to 3 among those of its matrix, whatever they are called. */
  readonly weight: number;
  readonly owner: string | null;
  readonly side: string | null;
  readonly staleDays: number;
  /** Untouched for longer than its band allows, and still open. */
  readonly isStale: boolean;
  readonly threatens: readonly string[];
}

export interface BurndownView {
  readonly zone: string;
  readonly days: readonly BurndownDay[];
  /** Keys of risks whose changelog does not lead to what Jira shows now. */
  readonly gaps: readonly string[];
  readonly delivery: string | null;
}

export interface BurndownDay {
  readonly day: string;
  readonly pre: { readonly open: number; readonly exposure: number };
  readonly post: { readonly open: number; readonly exposure: number };
  readonly raised: number;
  readonly reopened: number;
  readonly closed: number;
  readonly toPost: number;
  readonly toPre: number;
  readonly rescored: number;
}

export interface RegisterView {
  readonly risks: readonly RegisterRow[];
  /** What looking cost, of Jira's hourly points. */
  readonly reads: number;
  readonly points: number;
}

export interface RegisterRow extends RiskCard {
  readonly plan: string;
  readonly space: string;
  readonly tag: z.infer<typeof riskTag>;
}
