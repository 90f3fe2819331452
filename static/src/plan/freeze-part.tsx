import { useState } from "react";
import type { FreezeEntry, FreezeView } from "#contract/freeze";
import { ask, flagRefusal } from "../bridge";
import { sayDay, sayInstant } from "../parts/day";
import { spellInstant } from "#domain/calendar/zone";

interface Props {
  readonly plan: string;
  readonly zone: string;
  readonly now: number;
  readonly freeze: FreezeView;
  readonly canEdit: boolean;
  readonly onChange: () => void;
}

/** Legacy stands still for 48 hours by the clock: until when, what people ran into, and the way to open it early. */
export function FreezePart({ plan, zone, now, freeze, canEdit, onChange }: Props) {
  const [text, setText] = useState("");
  const write = async (what: "note" | "thaw") => {
    try {
      await ask("writeFreeze", { plan, step: freeze.step, what, text });
      setText("");
      onChange();
    } catch (error) {
      flagRefusal(error);
    }
  };
  return (
    <section className="stack stack-tight">
      <h4>The freeze</h4>
      <p>{sayState(freeze, { now, zone })}</p>
      <Log entries={freeze.log} />
      {!canEdit || freeze.thawed !== null ? null : (
        <>
          <textarea
            rows={2}
            aria-label="What happened, or why legacy must be opened"
            placeholder="What happened, or why legacy must be opened"
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <div className="row">
            <button type="button" className="button" disabled={text.trim() === ""} onClick={() => void write("note")}>
              Add to the panic log
            </button>
            {now < freeze.from ? null : (
              <button
                type="button"
                className="button"
                disabled={now < freeze.until && text.trim() === ""}
                title={now < freeze.until ? "Before the 48 hours are over it takes a reason." : undefined}
                onClick={() => void write("thaw")}
              >
                Open legacy again
              </button>
            )}
          </div>
        </>
      )}
    </section>
  );
}

function Log({ entries }: { readonly entries: readonly FreezeEntry[] }) {
  if (entries.length === 0) return <p className="subtle">The panic log is empty.</p>;
  return (
    <ul>
      {entries.map(({ at, by, text }) => (
        <li key={`${String(at)} ${text}`}>
          <span className="faint">
            {sayInstant(at)}, {by}:
          </span>{" "}
          {text}
        </li>
      ))}
    </ul>
  );
}

function sayState(freeze: FreezeView, { now, zone }: { readonly now: number; readonly zone: string }): string {
  const when = (instant: number) => sayDay(spellInstant(instant, zone));
  const { from, until, thawed } = freeze;
  if (thawed !== null) return `Opened again ${when(thawed.at)} by ${thawed.by}: ${thawed.text}.`;
  if (now < from) return `Legacy freezes ${when(from)} and opens ${when(until)}, 48 hours later by the clock.`;
  if (now >= until) return `The 48 hours were over ${when(until)}. Nobody has said that legacy is open again.`;
  return `Frozen until ${when(until)}: ${String(Math.ceil((until - now) / 3_600_000))} hours left by the clock.`;
}
