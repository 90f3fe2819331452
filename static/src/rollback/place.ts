import type { Acting } from "./act";
import type { NameOf } from "./use-names";

/** Where a part of the page stands: the rollback it is about, the clock, and what may be done. */
export interface Place extends Acting {
  readonly of: { readonly plan: string; readonly rollback: string };
  readonly canEdit: boolean;
  /** The server's clock when the page was answered. */
  readonly answered: number;
  readonly clock: (at: number) => string;
  readonly zone: string;
  readonly nameOf: NameOf;
}
