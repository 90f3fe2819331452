import { useState } from "react";
import type { RollbackRun, RollbackRunStep } from "#contract/rollbacks";
import { Table } from "../parts/table";
import { sayLate, sayLength } from "./clock-words";
import { Notices } from "./notices";
import type { Place } from "./place";

/** What is left when it is over: planned against actual, who was told, what was learnt. */
export function RunRecord({
  run,
  place,
  open,
}: {
  readonly run: RollbackRun;
  readonly place: Place;
  readonly open: boolean;
}) {
  return (
    <details className="run-record" open={open}>
      <summary>{sayOutcome(run, place)}</summary>
      <div className="stack">
        <Table
          caption="Planned against actual"
          columns={[
            { name: "Step", heads: "row", render: (step: RollbackRunStep) => step.title },
            { name: "Owner", render: (step) => place.nameOf(step.owner) },
            { name: "Planned", align: "end", render: (step) => at(step.plannedFinish, place) },
            { name: "Actual", align: "end", render: (step) => at(step.done?.at ?? null, place) },
            {
              name: "Difference",
              align: "end",
              render: (step) => (step.done === null ? "not done" : sayLate(step.lateMinutes)),
            },
            { name: "By", render: (step) => step.done?.by ?? "–" },
          ]}
          rows={run.steps}
          rowKey={(step) => step.id}
        />
        <Notices run={run} place={place} />
        <Lessons run={run} place={place} />
      </div>
    </details>
  );
}

function at(instant: number | null, place: Place): string {
  return instant === null ? "–" : place.clock(instant);
}

function sayOutcome(run: RollbackRun, place: Place): string {
  const what = run.purpose === "real" ? "Rollback" : "Rehearsal";
  const { status } = run;
  const length = status.at === null ? "" : `, ${sayLength(status.at - run.startedAt)}`;
  const ends: Readonly<Record<typeof status.kind, string>> = {
    running: "under way",
    finished: `finished ${sayLate(run.lateMinutes)}`,
    aborted: `aborted by ${status.by ?? "somebody"}: ${status.reason ?? ""}`,
    overtaken: `gave way to the real rollback of ${status.by ?? "somebody"}`,
    refused: "not begun",
  };
  return `${what} of ${place.clock(run.startedAt)}${length}: ${ends[status.kind]}`;
}

function Lessons({ run, place }: { readonly run: RollbackRun; readonly place: Place }) {
  const [text, setText] = useState("");
  const save = async () => {
    if (await place.act("noteLesson", { ...place.of, run: run.id, text })) setText("");
  };
  return (
    <div className="stack stack-tight">
      <h4>What we learnt</h4>
      {run.lessons.length === 0 ? (
        <p className="subtle">Nothing is written down yet.</p>
      ) : (
        <ul className="bullets">
          {run.lessons.map((lesson) => (
            <li key={lesson.at}>
              {lesson.text}{" "}
              <span className="faint">
                {lesson.by}, {place.clock(lesson.at)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {place.canEdit ? (
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <input
            type="text"
            className="grow"
            aria-label="A lesson of this run"
            placeholder="Next time, …"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <button type="submit" className="button" disabled={place.busy || text.trim() === ""}>
            Note
          </button>
        </form>
      ) : null}
    </div>
  );
}
