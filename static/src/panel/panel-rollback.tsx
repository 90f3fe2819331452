import type { RollbackPanel } from "#contract/panel";
import { RollbackScreen } from "../rollback/rollback";
import { PanelHead } from "./panel-head";

/** What to do when it goes wrong, where people are when it does: the same sheet as on the page, and it can be used from here. */
export function RollbackPart({ panel }: { readonly panel: RollbackPanel }) {
  return (
    <div className="stack">
      <PanelHead plan={panel.plan} />
      <RollbackScreen plan={panel.plan.id} only={panel.rollback} />
    </div>
  );
}
