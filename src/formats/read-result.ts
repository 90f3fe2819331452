import type { Plan } from "#domain/plan/plan";

/** What a file gave: a plan, with notes on what was read with a guess or could not be kept; or why it was refused. */
export type ReadResult = { readonly kind: "read"; readonly plan: Plan; readonly notes: readonly FileNote[] } | Refused;

export interface Refused {
  readonly kind: "refused";
  readonly findings: readonly FileFinding[];
}

/** Where a table stands for a line, the row of the sheet; null when the whole file is meant. */
export interface FileNote {
  readonly line: number | null;
  readonly message: string;
}

export interface FileFinding extends FileNote {
  /** From 1, as an editor counts; null where a line has no columns or the whole line is meant. */
  readonly column: number | null;
  /** `steps[3].owner`; empty when the whole file is meant. */
  readonly path: string;
  readonly mend: string;
}

/** Project files say hundreds of things of each task, and exports of trackers have hundreds of columns; more holds up a browser tab. */
export const maxFileBytes = 32 * 1024 * 1024;

/** Far more than any plan has. */
export const maxSteps = 20_000;

/** Larger than any plan people write by hand. */
export const maxWrittenBytes = 5 * 1024 * 1024;

export function refuse(message: string, mend: string, line: number | null = null): Refused {
  return { kind: "refused", findings: [{ line, column: null, path: "", message, mend }] };
}

export function tooLarge(fileName: string, most: number = maxFileBytes): Refused {
  return refuse(
    `${fileName} is larger than ${most / 1024 / 1024} MiB.`,
    "Split the plan, or remove what is not plan from the file.",
  );
}
