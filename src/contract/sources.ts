import { z } from "zod";

export const createSourceRequest = z.object({ plan: z.string(), name: z.string().min(1).max(80) });
export const sourceRequest = z.object({ plan: z.string(), source: z.string() });

export interface SourceView {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly createdAt: string;
  readonly lastSeen: string | null;
  readonly accepted: number;
  readonly refused: number;
  readonly excluded: number;
  /** How many secrets sign for it now: two while one is being rotated out. */
  readonly keys: number;
  /** Batches refused in the last days, with their lines and reasons. */
  readonly refusals: readonly {
    readonly batch: string;
    readonly at: string;
    readonly bad: readonly { readonly line: number; readonly reason: string }[];
  }[];
}

/** The secret is shown once and never again. */
export interface NewSecretView {
  readonly source: SourceView;
  readonly secret: string;
}

/** One piece of a file of events: so large that a call carries it, cut between two lines. */
export const uploadRequest = z.object({
  plan: z.string().min(1).max(200),
  upload: z.uuid(),
  piece: z.int().min(0).max(999_999),
  text: z.string().min(1).max(400_000),
  /** The line of the file on which the piece begins, for what is said of its lines. */
  firstLine: z.int().min(1),
});

export interface UploadView {
  readonly taken: number;
  /** Above 0 nothing of the piece is taken, and in so many seconds there is room for it. */
  readonly waitSeconds: number;
  /** Where any line is bad, nothing of the piece is taken. */
  readonly bad: readonly { readonly line: number; readonly reason: string }[];
}
