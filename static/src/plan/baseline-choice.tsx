import { useState } from "react";
import type { PlanPageView } from "#contract/plan-page";
import { ask, flag, flagRefusal } from "../bridge";
import { sayInstant } from "../parts/day";
import { count } from "../parts/share";
import type { StepRow } from "../timeline/step-row";

interface Props {
  readonly view: PlanPageView;
  readonly rows: readonly StepRow[];
  /** Dates that are not in Jira yet are no dates to agree on. */
  readonly hasEdits: boolean;
  readonly onChange: () => void;
}

/** The dates once agreed on: what they are compared with, and the button that agrees on today's. */
export function BaselineChoice({ view, rows, hasEdits, onChange }: Props) {
  const [asking, setAsking] = useState(false);
  const { baseline, editing } = view;
  const act = async (name: "setBaseline" | "undoBaseline", done: string) => {
    try {
      await ask(name, { plan: view.plan.id });
      setAsking(false);
      flag({ type: "success", title: done });
      onChange();
    } catch (error) {
      flagRefusal(error);
    }
  };
  return (
    <div className="row baseline">
      <span className="subtle">{sayBaseline(view, rows)}</span>
      {editing.kind === "refused" ? null : asking ? (
        <Sure
          isNew={baseline === null}
          onSet={() => void act("setBaseline", "The baseline is set.")}
          onCancel={() => setAsking(false)}
        />
      ) : (
        <>
          <button
            type="button"
            className="link"
            disabled={hasEdits}
            title={hasEdits ? "Send your changes to Jira first: a baseline holds the dates everybody sees." : undefined}
            onClick={() => setAsking(true)}
          >
            {baseline === null ? "Set a baseline" : "Set it anew"}
          </button>
          {hasEdits ? <span className="faint">once your changes are in Jira</span> : null}
          {baseline === null && !view.hasEarlierBaseline ? null : (
            <button
              type="button"
              className="link"
              onClick={() => void act("undoBaseline", "The baseline is as it was before.")}
            >
              {baseline !== null && !view.hasEarlierBaseline ? "Remove it" : "Back to the one before"}
            </button>
          )}
        </>
      )}
    </div>
  );
}

interface SureProps {
  readonly isNew: boolean;
  readonly onSet: () => void;
  readonly onCancel: () => void;
}

function Sure({ isNew, onSet, onCancel }: SureProps) {
  return (
    <span className="row" role="group" aria-label="Set the baseline">
      <span>Hold on to the dates of now{isNew ? "" : " instead"}?</span>
      <button type="button" className="button button-primary" onClick={onSet}>
        Set baseline
      </button>
      <button type="button" className="button" onClick={onCancel}>
        Cancel
      </button>
    </span>
  );
}

function sayBaseline({ baseline }: PlanPageView, rows: readonly StepRow[]): string {
  if (baseline === null) return "No baseline: nothing to compare the dates with.";
  const later = rows.filter(({ base, isGroup }) => base !== null && !isGroup && base.laterDays > 0).length;
  const sooner = rows.filter(({ base, isGroup }) => base !== null && !isGroup && base.laterDays < 0).length;
  const parts = [
    ...(later > 0 ? [`${count(later, "step")} later`] : []),
    ...(sooner > 0 ? [`${String(sooner)} sooner`] : []),
  ];
  const sum = parts.length === 0 ? "every step as agreed" : parts.join(", ");
  return `Baseline of ${sayInstant(baseline.at)} by ${baseline.by}: ${sum}.`;
}
