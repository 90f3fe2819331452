import { useEffect, useRef, useState } from "react";
import type { PlanPageView, StepEdit } from "#contract/plan-page";
import { ask, flagRefusal } from "../bridge";
import { drop, redo, startTrail, stillOpen, undo, write } from "./edit-trail";
import type { Written } from "./edit-trail";

export interface Edits {
  readonly edits: readonly StepEdit[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly write: (written: Written) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Takes one change back, or all of them. */
  readonly drop: (edit: StepEdit | null) => void;
}

/** The changes of this person to this plan. They are kept as they are made, so that a reload loses none. */
export function useEdits(view: PlanPageView): Edits {
  const { plan } = view;
  const [trail, setTrail] = useState(() => startTrail(stillOpen(view.edits, plan)));
  const edits = stillOpen(trail.edits, plan);
  useKept(plan.id, view.edits, edits);
  return {
    edits,
    canUndo: trail.past.length > 0,
    canRedo: trail.future.length > 0,
    write: (written) => setTrail((before) => write(before, plan, written)),
    undo: () => setTrail(undo),
    redo: () => setTrail(redo),
    drop: (edit) => setTrail((before) => drop(before, (one) => edit === null || one === edit)),
  };
}

/** Sends the list whenever it has changed, one after the other, so that the newest is kept. */
function useKept(plan: string, first: readonly StepEdit[], edits: readonly StepEdit[]): void {
  const sent = useRef(JSON.stringify(first));
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const text = JSON.stringify(edits);
  useEffect(() => {
    if (sent.current === text) return;
    sent.current = text;
    const next: StepEdit[] = JSON.parse(text);
    last.current = last.current.then(() => ask("saveEdits", { plan, edits: next }).catch(flagRefusal));
  }, [plan, text]);
}
