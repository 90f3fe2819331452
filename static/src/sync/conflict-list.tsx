import { useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import Button from "@atlaskit/button/default/button";
import type { ProposalRow } from "#contract/sync";
import { count } from "../parts/share";
import { ConflictHead } from "./conflict-head";
import { ConflictRow } from "./conflict-row";
import { conflictsOf, settleAll } from "./conflicts";
import type { Choices, Side } from "./conflicts";
import { fieldsToName, NamesContext, useNames } from "./use-names";

interface Props {
  readonly rows: readonly ProposalRow[];
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
  readonly onSettle: () => void;
}

/** What one can look through in one go; the rest is settled by a rule or after these. */
const mostShown = 100;
const sides: Readonly<Record<string, Side>> = { f: "file", j: "jira" };

/** Both sides changed the same field. One key settles one and moves on, so a hand need never leave the keyboard. */
export function ConflictList({ rows, choices, onChoose, onSettle }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [at, setAt] = useState(0);
  const conflicts = conflictsOf(rows);
  const names = useNames(fieldsToName(rows));
  if (conflicts.length === 0) return null;
  const isSettled = ({ name }: { readonly name: string }) => choices[name] !== undefined;
  const shown = conflicts.slice(0, mostShown);
  const settled = conflicts.filter(isSettled).length;
  const go = (next: number) => {
    const row = list.current?.children[next];
    if (row instanceof HTMLElement) row.focus();
    else if (next >= shown.length) button.current?.focus();
  };
  const press = (event: KeyboardEvent, index: number) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const side = sides[event.key.toLowerCase()];
    const name = shown[index]?.name ?? "";
    const step = steps[event.key] ?? 0;
    const onRow = event.target === event.currentTarget;
    if (side !== undefined) onChoose({ ...choices, [name]: side });
    else if (event.key === "Backspace") onChoose(without(choices, name));
    // Arrow keys on a radio button choose a side; only on the row itself do they move.
    else if (step === 0 || !onRow) return;
    event.preventDefault();
    go(index + (side === undefined ? step : 1));
  };
  return (
    <NamesContext value={names}>
      <section className="group group-warn stack stack-tight" aria-label="Conflicts">
        <ConflictHead
          settled={settled}
          total={conflicts.length}
          onAll={(side) => onChoose({ ...choices, ...settleAll(conflicts, side) })}
        />
        <ul className="rows conflicts" ref={list}>
          {shown.map((conflict, index) => (
            <ConflictRow
              key={conflict.name}
              conflict={conflict}
              chosen={choices[conflict.name]}
              isCurrent={index === Math.min(at, shown.length - 1)}
              onPick={(side) => onChoose({ ...choices, [conflict.name]: side })}
              onFocus={() => setAt(index)}
              onKey={(event) => press(event, index)}
            />
          ))}
        </ul>
        {conflicts.length > mostShown ? (
          <p className="subtle">
            and {count(conflicts.length - mostShown, "more conflict")}: settle them by a rule above, or settle these
            first.
          </p>
        ) : null}
        <div className="row">
          <Button ref={button} appearance="primary" isDisabled={settled === 0} onClick={onSettle}>
            {settled > 0 && settled < conflicts.length
              ? `Settle these ${String(settled)}`
              : "Show what would change then"}
          </Button>
        </div>
      </section>
    </NamesContext>
  );
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function without(choices: Choices, name: string): Choices {
  return Object.fromEntries(Object.entries(choices).filter(([one]) => one !== name));
}
