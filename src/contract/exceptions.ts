import { z } from "zod";

const words = (most: number) => z.string().trim().min(1).max(most);
const pledge = { owner: words(200).nullable(), closeBy: z.iso.date().nullable() };
const what = z.enum(["exception", "workaround", "shadow-work", "legacy-report"]);

export const noteExceptionRequest = z.object({
  plan: words(200),
  /** Made by the page, so that a call sent twice is one entry. */
  id: z.uuid(),
  what,
  title: words(200),
  department: words(120).nullable(),
  count: z.int().min(1).max(10_000),
  ...pledge,
});
export const takeExceptionRequest = z.object({ plan: words(200), of: words(60), ...pledge });
export const closeExceptionRequest = z.object({ plan: words(200), of: words(60) });

export interface ExceptionsView {
  readonly zone: string;
  readonly departments: readonly string[];
  readonly canEdit: boolean;
  readonly open: readonly ExceptionView[];
  readonly closed: number;
  /** Whether more comes in than before: the last four weeks against all before them. */
  readonly jump: {
    readonly verdict: "jump" | "none" | "unknown";
    readonly ratio: number | null;
    readonly lower: number | null;
    readonly upper: number | null;
    readonly recent: { readonly count: number; readonly exposure: number };
    readonly before: { readonly count: number; readonly exposure: number };
  };
}

export interface ExceptionView {
  readonly id: string;
  readonly title: string;
  readonly what: z.infer<typeof what>;
  readonly department: string | null;
  readonly count: number;
  readonly since: number;
  readonly by: string;
  readonly owner: string | null;
  readonly closeBy: string | null;
  readonly overdueDays: number;
  readonly isAdrift: boolean;
}
