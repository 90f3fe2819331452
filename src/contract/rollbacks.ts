import type { RollbackPanel } from "./panel";

export interface RollbacksView {
  readonly zone: string;
  readonly rollbacks: readonly RollbackView[];
}

export interface RollbackView extends Pick<
  RollbackPanel,
  "triggers" | "runbook" | "minutesToRollBack" | "pointOfNoReturn" | "wayBack" | "communication"
> {
  readonly id: string;
  readonly key: string | null;
  readonly title: string;
  readonly status: string | null;
  readonly owner: string | null;
  /** The steps it takes back, with their work items. */
  readonly covers: readonly { readonly key: string | null; readonly title: string }[];
}
