import type { RefusalCode } from "#contract/reply";

export interface Mend {
  readonly message: string;
  /** The one thing the person can do. */
  readonly mend: string;
  readonly cause?: unknown;
}

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly mend: string;

  constructor(code: RefusalCode, said: Mend) {
    super(said.message, { cause: said.cause });
    this.name = "Refusal";
    this.code = code;
    this.mend = said.mend;
  }
}
