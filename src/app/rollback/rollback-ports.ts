import type { LoggingOutside } from "../log";

export interface RollbackOutside extends LoggingOutside {
  /** Numbers of the people who belong to an audience now: a wave or a department of the people list by that name. */
  readonly audience: (plan: string, name: string) => Promise<readonly string[]>;
}
