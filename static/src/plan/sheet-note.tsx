import type { Editing } from "#contract/plan-page";
import type { Plan } from "#domain/plan/plan";
import { sayStep } from "../timeline/say-step";
import type { StepRow } from "../timeline/step-row";
import type { View } from "./columns";

interface Props {
  /** The step that is pointed at. */
  readonly row: StepRow | null;
  readonly shown: View;
  readonly plan: Plan;
  readonly editing: Editing;
}

/** What the pointed bar stands for, always in the same place; before that, how to read and use what is above. */
export function SheetNote({ row, shown, plan, editing }: Props) {
  if (row !== null && shown !== "table") return <p className="chart-note">{sayStep(row)}</p>;
  return (
    <p className="chart-note faint">
      {shown === "table" ? (
        editing.kind === "allowed" ? (
          <>
            <kbd>Enter</kbd> or <kbd>F2</kbd> writes into a cell, <kbd>Esc</kbd> leaves it, arrows move,{" "}
            <kbd>Space</kbd> shows what a step depends on.
          </>
        ) : (
          <>
            Arrows move, <kbd>Space</kbd> shows what a step depends on.
          </>
        )
      ) : (
        <>
          Filled: done. Hatched: critical, a day lost there is a day lost at the end. Thin line: slack. Thin bar below:
          baseline.
          {editing.kind === "allowed" ? " Drag a bar, or press Space on it and use the arrows." : ""}
        </>
      )}{" "}
      Dates in {plan.zone}, lengths in working days.
    </p>
  );
}
