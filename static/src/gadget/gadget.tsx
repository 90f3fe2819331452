import { useEffect, useState } from "react";
import type { GadgetView } from "#contract/gadget";
import { refusalOf } from "../bridge";
import { GadgetFace } from "./gadget-face";
import { RefusalNote } from "../parts/refusal-note";
import type { Asked } from "../parts/use-ask";
import { gadgetView } from "./gadget-share";
import { readGadgetConfig } from "./gadget-config";
import type { GadgetConfig } from "./gadget-config";

/** As often as the app works numbers out anew. */
const refreshMs = 5 * 60_000;

export function GadgetScreen({ saved }: { readonly saved: unknown }) {
  const config = readGadgetConfig(saved);
  const { state, trouble, again } = useGadget(config);
  if (config === null) return <Unconfigured />;
  if (state.kind === "waiting") return <GadgetWaiting />;
  if (state.kind === "ready") return <GadgetFace view={state.value} trouble={trouble} onAgain={again} />;
  return (
    <div className="gadget">
      <RefusalNote refusal={state.refusal} onAgain={again} />
    </div>
  );
}

interface Following {
  readonly state: Asked<GadgetView>;
  /** Why the last refresh brought nothing; what is shown is from before it. */
  readonly trouble: string | null;
  readonly again: () => void;
}

/** Asks, and asks again while somebody may be looking; a refresh that fails leaves what is there and says so. */
function useGadget(config: GadgetConfig | null): Following {
  const [state, setState] = useState<Asked<GadgetView>>({ kind: "waiting" });
  const [trouble, setTrouble] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const wanted = JSON.stringify([round, config]);
  useEffect(() => {
    const [, asked]: [number, GadgetConfig | null] = JSON.parse(wanted);
    let current = true;
    const refuse = (error: unknown): void => {
      const refusal = refusalOf(error);
      setTrouble(refusal.message);
      setState((before) => (before.kind === "ready" ? before : { kind: "refused", refusal }));
    };
    const keep = (value: GadgetView): void => {
      setTrouble(null);
      setState({ kind: "ready", value });
    };
    if (asked !== null) {
      gadgetView(asked).then(
        (value) => (current ? keep(value) : undefined),
        (error: unknown) => (current ? refuse(error) : undefined),
      );
    }
    return () => {
      current = false;
    };
  }, [wanted]);
  useEffect(() => {
    const beat = window.setInterval(() => {
      if (document.visibilityState === "visible") setRound((before) => before + 1);
    }, refreshMs);
    return () => window.clearInterval(beat);
  }, []);
  return { state, trouble, again: () => setRound(round + 1) };
}

/** Widths in percent and heights of a head and three cards, one with a curve and one with bars, as they stand in gadget.html as well. */
const waitingBars = [
  [60, 16],
  [25, 16],
  [90, 44],
  [40, 12],
  [100, 72],
  [80, 12],
  [25, 16],
  [80, 44],
  [50, 12],
  [100, 44],
  [25, 16],
  [90, 44],
  [40, 12],
] as const;

/** As tall as what is coming, so that nothing on the dashboard jumps when it comes. */
export function GadgetWaiting() {
  return (
    <div className="gadget">
      <div className="skeleton" role="status" aria-label="Loading adoption">
        {waitingBars.map(([width, height], at) => (
          <span key={at} className="skeleton-line" style={{ width: `${String(width)}%`, height }} />
        ))}
      </div>
    </div>
  );
}

function Unconfigured() {
  return (
    <div className="gadget">
      <div className="note">
        <h3>Choose a plan</h3>
        <p>This gadget says in one sentence whether people work on their own yet.</p>
        <p className="note-mend">Open the gadget's menu, choose Configure, then pick a plan and a wave.</p>
      </div>
    </div>
  );
}
