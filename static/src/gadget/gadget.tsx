import { useEffect, useState } from "react";
import type { GadgetView } from "#contract/adoption";
import { refusalOf } from "../bridge";
import { GadgetFace } from "./gadget-face";
import { RefusalNote } from "../parts/refusal-note";
import { Skeleton } from "../parts/skeleton";
import type { Asked } from "../parts/use-ask";
import { gadgetView } from "./gadget-share";
import { readGadgetConfig } from "./gadget-config";
import type { GadgetConfig } from "./gadget-config";

export function GadgetScreen({ saved }: { readonly saved: unknown }) {
  const [state, setState] = useState<Asked<GadgetView>>({ kind: "waiting" });
  const [round, setRound] = useState(0);
  const config = readGadgetConfig(saved);
  const wanted = JSON.stringify([round, config]);
  useEffect(() => {
    const [, asked]: [number, GadgetConfig | null] = JSON.parse(wanted);
    let current = true;
    const keep = (next: Asked<GadgetView>) => {
      if (current) setState(next);
    };
    if (asked !== null) {
      gadgetView(asked).then(
        (value) => keep({ kind: "ready", value }),
        (error: unknown) => keep({ kind: "refused", refusal: refusalOf(error) }),
      );
    }
    return () => {
      current = false;
    };
  }, [wanted]);
  if (config === null) return <Unconfigured />;
  if (state.kind === "waiting") return <GadgetWaiting />;
  if (state.kind === "ready") return <GadgetFace view={state.value} />;
  return (
    <div className="gadget">
      <RefusalNote refusal={state.refusal} onAgain={() => setRound(round + 1)} />
    </div>
  );
}

/** As tall as what is coming: a head, three cards, a curve in the first. */
export function GadgetWaiting() {
  return (
    <div className="gadget">
      <Skeleton label="Loading adoption" lines={[60, 25, 90, 100, 40, 25, 80, 25, 70]} />
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
