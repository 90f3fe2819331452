import type { PlanSummary } from "#contract/plans";

type Target = "this-plan" | "own-plan";

interface Props {
  readonly into: PlanSummary;
  readonly chosen: Target;
  readonly onChoose: (target: Target) => void;
}

/** A file without a plan's identity could be a new plan by accident, so it is asked. */
export function TargetChoice({ into, chosen, onChoose }: Props) {
  const choice = (target: Target, title: string, says: string) => (
    <label className={chosen === target ? "side side-chosen" : "side"}>
      <input type="radio" name="target" checked={chosen === target} onChange={() => onChoose(target)} />
      <span>
        <strong>{title}</strong> <span className="subtle">{says}</span>
      </span>
    </label>
  );
  return (
    <fieldset className="targets">
      <legend className="faint">Such a file holds steps and little else. What are they?</legend>
      {choice("this-plan", `The steps of ${into.title}`, "Its risks, rollbacks, waves and gates stay as they are.")}
      {choice("own-plan", "A plan of its own", "Named after the file.")}
    </fieldset>
  );
}
