import { z } from "zod";

export const riskTag = z.enum(["pre-delivery", "post-delivery"]);
export const retagRequest = z.object({ key: z.string(), tag: riskTag });
export const moveRequest = z.object({ key: z.string(), status: z.string() });

export interface RiskBoardView {
  readonly plan: { readonly id: string; readonly title: string };
  readonly statuses: readonly {
    readonly id: string;
    readonly name: string;
    readonly category: "new" | "indeterminate" | "done";
  }[];
  readonly lanes: readonly { readonly tag: z.infer<typeof riskTag>; readonly cards: readonly RiskCard[] }[];
  readonly jql: string;
  readonly canEdit: boolean;
}

export interface RiskCard {
  readonly key: string;
  readonly title: string;
  readonly status: string;
  readonly likelihood: number;
  readonly impact: number;
  readonly exposure: number;
  readonly owner: string | null;
  readonly side: string | null;
  readonly staleDays: number;
  readonly threatens: readonly string[];
}
