import type { StatementKind } from "./policy";
import type { Token } from "./tokens";

export type Param = string | number | boolean | null;

export interface Admitted {
  readonly kind: StatementKind;
  readonly tokens: readonly Token[];
  readonly params: readonly Param[];
}

/** Runs one admitted statement and gives `rows` as the platform sends it: a list for a read, one object for anything else. */
export interface Engine {
  readonly run: (statement: string, admitted: Admitted) => Promise<unknown>;
  readonly close: () => Promise<void>;
}
