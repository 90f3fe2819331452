import { sayDay } from "../parts/day";
import { count } from "../parts/share";
import type { StepRow } from "./step-row";
import type { WhatIf } from "./what-if";

interface Props {
  readonly row: StepRow;
  readonly preview: WhatIf | null;
  readonly onKeep: () => void;
  readonly onCancel: () => void;
}

const mostNamed = 4;

/** What letting go here would do, said before it is done. */
export function MovePreview({ row, preview, onKeep, onCancel }: Props) {
  return (
    <section className="move-preview" aria-live="polite" aria-label={`Moving ${row.title}`}>
      {preview === null ? (
        <p>
          <strong>{row.title}</strong> is held. <kbd>←</kbd> <kbd>→</kbd> move it by a day, <kbd>Shift</kbd> with them
          changes its length, <kbd>Esc</kbd> leaves it.
        </p>
      ) : (
        <Consequences row={row} preview={preview} />
      )}
      <div className="row">
        <button
          type="button"
          className="button button-primary"
          disabled={preview === null || preview.moves.length === 0}
          onClick={onKeep}
        >
          Keep (Enter)
        </button>
        <button type="button" className="button" onClick={onCancel}>
          Cancel (Esc)
        </button>
      </div>
    </section>
  );
}

function Consequences({ row, preview }: { readonly row: StepRow; readonly preview: WhatIf }) {
  if (preview.cycle !== null) return <p>These steps would wait for each other: {preview.cycle.join(" → ")}.</p>;
  const own = preview.moves.find(({ item }) => item === row.item);
  const others = preview.moves.filter(({ item }) => item !== row.item);
  return (
    <div className="stack stack-tight">
      <p>
        <strong>{row.title}</strong>{" "}
        {own === undefined ? (
          "stays where it is: nobody works on those days, or what comes before it does not end sooner."
        ) : (
          <>
            {sayLying(own.from)} → <strong>{sayLying(own.to)}</strong>
          </>
        )}
      </p>
      <ul className="move-facts">
        <li>
          {others.length === 0
            ? "No other step moves"
            : `${count(others.length, "other step")} ${others.length === 1 ? "moves" : "move"}`}
          {others.length === 0 ? "" : `: ${named(others.map(({ title }) => title))}`}
        </li>
        <li>{sayEnd(preview.laterDays)}</li>
        {preview.breaks.map(({ text }) => (
          <li key={text} className="move-break">
            <strong>Breaks a date:</strong> {text}.
          </li>
        ))}
      </ul>
    </div>
  );
}

function named(titles: readonly string[]): string {
  const more = titles.length - mostNamed;
  return `${titles.slice(0, mostNamed).join(", ")}${more > 0 ? ` and ${String(more)} more` : ""}`;
}

export function sayEnd(laterDays: number): string {
  if (laterDays === 0) return "The plan ends on the same day";
  return `The plan ends ${count(Math.abs(laterDays), "day")} ${laterDays > 0 ? "later" : "sooner"}`;
}

function sayLying({ start, finish }: { readonly start: string | null; readonly finish: string }): string {
  return start === null || start === finish ? sayDay(finish) : `${sayDay(start)} to ${sayDay(finish)}`;
}
