import { useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import Button from "@atlaskit/button/default/button";
import type { ProposalRow } from "#contract/sync";
import { count } from "../parts/share";
import { ConflictHead } from "./conflict-head";
import { ConflictRow } from "./conflict-row";
import { conflictsOf, settleAll } from "./conflicts";
import type { Choices } from "./conflicts";
import type { Settling } from "./settling";
import { pressed } from "./settling-keys";
import { fieldsToName, NamesContext, useNames } from "./use-names";

interface Props {
  readonly rows: readonly ProposalRow[];
  readonly settling: Settling;
  readonly onChange: (settling: Settling) => void;
  readonly onSettle: () => void;
}

/** What one can look through in one go; the rest is settled by a rule or after these. */
const mostShown = 100;

/** Both sides changed the same field. One key settles one and moves on, so a hand need never leave the keyboard. */
export function ConflictList({ rows, settling, onChange, onSettle }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const { choices } = settling;
  const onChoose = (next: Choices) => onChange({ ...settling, choices: next });
  const conflicts = conflictsOf(rows);
  const names = useNames(fieldsToName(rows));
  if (conflicts.length === 0) return null;
  const settled = conflicts.filter(({ name }) => choices[name] !== undefined).length;
  const more = conflicts.length - mostShown;
  return (
    <NamesContext value={names}>
      <section className="group group-warn stack stack-tight" aria-label="Conflicts">
        <ConflictHead
          settling={settling}
          onRule={(rule) => onChange({ ...settling, rule })}
          settled={settled}
          total={conflicts.length}
          onAll={(side) => onChoose({ ...choices, ...settleAll(conflicts, side) })}
        />
        <ConflictRows
          conflicts={conflicts.slice(0, mostShown)}
          choices={choices}
          onChoose={onChoose}
          onEnd={() => button.current?.focus()}
        />
        {more > 0 ? (
          <p className="subtle">
            and {count(more, "more conflict")}: settle them by a rule above, or settle these first.
          </p>
        ) : null}
        <div className="row">
          <Button
            ref={button}
            appearance="primary"
            isDisabled={settled === 0 && settling.rule === null}
            onClick={onSettle}
          >
            {settled > 0 && settled < conflicts.length
              ? `Settle these ${String(settled)}`
              : "Show what would change then"}
          </Button>
        </div>
      </section>
    </NamesContext>
  );
}

interface RowsProps {
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
  readonly conflicts: ReturnType<typeof conflictsOf>;
  /** Past the last one, on to what comes next. */
  readonly onEnd: () => void;
}

function ConflictRows({ conflicts, choices, onChoose, onEnd }: RowsProps) {
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(0);
  const press = (event: KeyboardEvent, index: number) => {
    const meant = pressed(event, conflicts[index]?.name ?? "", choices);
    if (meant === null) return;
    event.preventDefault();
    if (meant.choices !== null) onChoose(meant.choices);
    const row = list.current?.children[index + meant.by];
    if (row instanceof HTMLElement) row.focus();
    // The button comes to life with the choice just made, so it can take the focus only after that is drawn.
    else if (meant.by > 0) requestAnimationFrame(onEnd);
  };
  return (
    <ul className="rows conflicts" ref={list}>
      {conflicts.map((conflict, index) => (
        <ConflictRow
          key={conflict.name}
          conflict={conflict}
          chosen={choices[conflict.name]}
          isCurrent={index === Math.min(at, conflicts.length - 1)}
          onPick={(side) => onChoose({ ...choices, [conflict.name]: side })}
          onFocus={() => setAt(index)}
          onKey={(event) => press(event, index)}
        />
      ))}
    </ul>
  );
}
