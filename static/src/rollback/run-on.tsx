import { useState } from "react";
import type { RollbackRun, RollbackRunStep } from "#contract/rollbacks";
import { sayLate, sayLength } from "./clock-words";
import { Notices } from "./notices";
import type { Place } from "./place";
import { useNow } from "./use-now";

/** A run that is on: what to do next, what is late, when it will be over. Two people may tick at once; the page follows. */
export function RunOn({ run, place }: { readonly run: RollbackRun; readonly place: Place }) {
  const done = run.steps.filter((step) => step.done !== null).length;
  return (
    <section
      className={`run run-${run.purpose}`}
      aria-label={run.purpose === "real" ? "Rollback under way" : "Rehearsal under way"}
    >
      <div className="row row-apart">
        <h3>
          {run.purpose === "real" ? "Rolling back" : "Rehearsal"}: {done} of {run.steps.length} steps done
        </h3>
        <RunClock run={run} place={place} />
      </div>
      <progress className="run-bar" max={run.steps.length} value={done} aria-label="Steps done" />
      <ol className="run-steps">
        {run.steps.map((step) => (
          <RunStep key={step.id} step={step} run={run} place={place} />
        ))}
      </ol>
      <Notices run={run} place={place} />
      {place.canEdit ? <Abort run={run} place={place} /> : null}
    </section>
  );
}

function RunClock({ run, place }: { readonly run: RollbackRun; readonly place: Place }) {
  const now = useNow(place.answered, 1000);
  const end = run.end === null ? "" : `, over at ${place.clock(run.end)} (${sayLate(run.lateMinutes)})`;
  return (
    <p className="subtle" role="timer">
      {sayLength(now - run.startedAt)} since {place.clock(run.startedAt)} by {run.startedBy}
      {end}
    </p>
  );
}

interface StepProps {
  readonly step: RollbackRunStep;
  readonly run: RollbackRun;
  readonly place: Place;
}

function RunStep({ step, run, place }: StepProps) {
  const tick = (done: boolean) => void place.act("tickRunStep", { ...place.of, run: run.id, step: step.id, done });
  const waits = step.after.filter((title) => run.steps.some((other) => other.title === title && other.done === null));
  return (
    <li className={step.done === null ? "run-step" : "run-step run-step-done"}>
      <label className="run-tick">
        <input
          type="checkbox"
          checked={step.done !== null}
          disabled={place.busy || !place.canEdit}
          onChange={(event) => tick(event.target.checked)}
        />
        <span>
          <span className="run-title">{step.title}</span>
          <span className="subtle">
            {" "}
            {place.nameOf(step.owner)}
            {step.minutes === null ? "" : `, ${step.minutes} min`}
          </span>
        </span>
      </label>
      <span className="subtle run-said">{sayStep(step, waits, place)}</span>
    </li>
  );
}

function sayStep(step: RollbackRunStep, waits: readonly string[], place: Place): string {
  if (step.done !== null) {
    const early = step.before.length === 0 ? "" : `, before ${step.before.join(" and ")}`;
    return `Done ${place.clock(step.done.at)} by ${step.done.by}, ${sayLate(step.lateMinutes)}${early}`;
  }
  if (waits.length > 0) return `Waits for ${waits.join(" and ")}`;
  if (step.plannedFinish === null) return "Next";
  const late = step.lateMinutes !== null && step.lateMinutes > 0 ? `, ${sayLate(step.lateMinutes)}` : "";
  return `Next, due ${place.clock(step.plannedFinish)}${late}`;
}

function Abort({ run, place }: { readonly run: RollbackRun; readonly place: Place }) {
  const [reason, setReason] = useState<string | null>(null);
  if (reason === null) {
    return (
      <div className="row">
        <button type="button" className="button" onClick={() => setReason("")}>
          Abort …
        </button>
      </div>
    );
  }
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        void place.act("abortRollback", { ...place.of, run: run.id, reason });
      }}
    >
      <input
        type="text"
        autoFocus
        aria-label="Why it is aborted"
        placeholder="Why?"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <button type="submit" className="button button-danger" disabled={place.busy || reason.trim() === ""}>
        Abort the run
      </button>
      <button type="button" className="button" onClick={() => setReason(null)}>
        Go on
      </button>
    </form>
  );
}
