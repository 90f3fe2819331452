import { useState } from "react";
import { useUnsaved } from "../parts/use-unsaved";

interface Props {
  /** What was typed so far; empty when nothing would be lost. */
  readonly typed: string;
  readonly onLeave: () => void;
}

/** The way back, which asks first when something would be lost. */
export function LeaveForm({ typed, onLeave }: Props) {
  const [asks, setAsks] = useState(false);
  useUnsaved(typed);
  if (!asks) {
    return (
      <button type="button" className="button" onClick={() => (typed === "" ? onLeave() : setAsks(true))}>
        Back
      </button>
    );
  }
  return (
    <span className="row" role="alertdialog" aria-label="Leave without saving?">
      <strong>Leave without saving?</strong>
      <button type="button" className="button" onClick={onLeave}>
        Leave
      </button>
      <button type="button" className="button" autoFocus onClick={() => setAsks(false)}>
        Stay
      </button>
    </span>
  );
}
