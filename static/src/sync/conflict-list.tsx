import { useRef } from "react";
import type { KeyboardEvent } from "react";
import Button from "@atlaskit/button/default/button";
import type { FieldRow, ProposalRow } from "#contract/sync";
import { Value } from "./field-diff";

type Side = "file" | "jira";
type Choices = Record<string, Side>;

interface Props {
  readonly rows: readonly ProposalRow[];
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
  readonly onSettle: () => void;
}

interface Conflict {
  readonly name: string;
  readonly row: ProposalRow;
  readonly field: FieldRow;
}

const keys: Record<string, Side> = { f: "file", j: "jira" };

/** Both sides changed the same field. One key settles one and moves on: `f` for the file, `j` for Jira. */
export function ConflictList({ rows, choices, onChoose, onSettle }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const conflicts = rows.flatMap(conflictsOf);
  if (conflicts.length === 0) return null;
  const settled = conflicts.filter(({ name }) => choices[name] !== undefined).length;
  const all = (side: Side) => onChoose(Object.fromEntries(conflicts.map(({ name }) => [name, side])));
  const press = (event: KeyboardEvent, name: string) => {
    const side = keys[event.key];
    if (side) onChoose({ ...choices, [name]: side });
    if (side || event.key === "ArrowDown") move(event, list.current, 1);
    if (event.key === "ArrowUp") move(event, list.current, -1);
  };
  return (
    <section className="group group-warn stack stack-tight">
      <Head settled={settled} total={conflicts.length} onAll={all} />
      <ul className="rows" ref={list}>
        {conflicts.map(({ name, row, field }) => (
          <li key={name} className="conflict" tabIndex={0} onKeyDown={(event) => press(event, name)}>
            <fieldset>
              <legend>
                {row.title} <span className="faint">{field.field}</span>
              </legend>
              <Side
                name={name}
                side="file"
                value={field.plan}
                chosen={choices[name]}
                onPick={(side) => onChoose({ ...choices, [name]: side })}
              />
              <Side
                name={name}
                side="jira"
                value={field.jira}
                chosen={choices[name]}
                onPick={(side) => onChoose({ ...choices, [name]: side })}
              />
            </fieldset>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button appearance="primary" isDisabled={settled < conflicts.length} onClick={onSettle}>
          Show what would change then
        </Button>
      </div>
    </section>
  );
}

interface HeadProps {
  readonly settled: number;
  readonly total: number;
  readonly onAll: (side: Side) => void;
}

function Head({ settled, total, onAll }: HeadProps) {
  return (
    <>
      <div className="row row-apart">
        <h3 aria-live="polite">
          Conflicts: {settled} of {total} settled
        </h3>
        <div className="row">
          <Button spacing="compact" onClick={() => onAll("file")}>
            File wins for all
          </Button>
          <Button spacing="compact" onClick={() => onAll("jira")}>
            Jira wins for all
          </Button>
        </div>
      </div>
      <p className="faint">
        File and Jira both changed these since they last agreed. Keys: <kbd>f</kbd> file, <kbd>j</kbd> Jira,{" "}
        <kbd>↑</kbd> <kbd>↓</kbd> move.
      </p>
    </>
  );
}

interface SideProps {
  readonly name: string;
  readonly side: Side;
  readonly value: string | null;
  readonly chosen: Side | undefined;
  readonly onPick: (side: Side) => void;
}

function Side({ name, side, value, chosen, onPick }: SideProps) {
  return (
    <label className={chosen === side ? "side side-chosen" : "side"}>
      <input type="radio" name={name} checked={chosen === side} onChange={() => onPick(side)} />
      <span>
        <strong>{side === "file" ? "File" : "Jira"}</strong> <Value value={value} />
      </span>
    </label>
  );
}

function conflictsOf(row: ProposalRow): readonly Conflict[] {
  return row.fields.flatMap((field) =>
    field.step === "conflict" ? [{ name: `${row.item}/${field.field}`, row, field }] : [],
  );
}

/** Arrow keys on a radio button choose a side; only on the row itself do they move. */
function move(event: KeyboardEvent, list: HTMLUListElement | null, by: number): void {
  if (list === null || (event.target !== event.currentTarget && event.key.startsWith("Arrow"))) return;
  event.preventDefault();
  const items = [...list.children];
  const next = items[items.indexOf(event.currentTarget) + by];
  if (next instanceof HTMLElement) next.focus();
}
