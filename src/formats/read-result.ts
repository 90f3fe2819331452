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
  /** `steps[3].owner`; empty when the whole file is meant. */
  readonly path: string;
  readonly mend: string;
}

/** Larger than any plan people work by; smaller than what would hold up a browser tab. */
export const maxFileBytes = 5 * 1024 * 1024;

export function refuse(message: string, mend: string, line: number | null = null): Refused {
  return { kind: "refused", findings: [{ line, path: "", message, mend }] };
}

export function tooLarge(fileName: string): Refused {
  return refuse(
    `${fileName} is larger than ${maxFileBytes / 1024 / 1024} MiB.`,
    "Split the plan, or remove what is not plan from the file.",
  );
}
