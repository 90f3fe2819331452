import type { StepPanel } from "#contract/panel";
import { count } from "../parts/share";
import { LinkedItems } from "./linked-items";

/** The one sentence a team member opens the panel for. What went ahead of its predecessors is said, never passed over. */
export function MayStart({ panel }: { readonly panel: StepPanel }) {
  const { waitingFor } = panel.mayStart;
  const sentence = say(panel);
  return (
    <section className={waitingFor.length === 0 ? "say say-good" : "say say-wait"}>
      <p className="say-line">{sentence}</p>
      {panel.progress === "done" && waitingFor.length > 0 ? (
        <p className="subtle">Finish these, or remove the dependency if this step never needed them.</p>
      ) : null}
      {waitingFor.length === 0 ? null : <LinkedItems items={waitingFor} />}
    </section>
  );
}

function say({ progress, mayStart }: StepPanel): string {
  const { yes, done, total } = mayStart;
  const open = count(total - done, "predecessor");
  const be = total - done === 1 ? "is" : "are";
  if (progress === "done") return yes ? "Done." : `Done too early: ${open} ${be} still open.`;
  if (progress === "under way" && !yes) return `Under way too early: ${open} ${be} still open.`;
  const rest =
    total === 0
      ? "nothing has to come first"
      : `${String(done)} of ${count(total, "predecessor")} ${total === 1 ? "is" : "are"} done`;
  if (progress === "under way") return `Under way: ${rest}.`;
  return yes ? `You may start: ${rest}.` : `Wait: ${rest}.`;
}
