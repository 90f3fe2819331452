import { useEffect, useId, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import type { Column } from "./columns";

interface Props {
  readonly column: Column;
  /** What the step is called, for whoever does not see where the field stands. */
  readonly name: string;
  readonly first: string;
  /** The letter that opened the field, which replaces what stood there; null: none did. */
  readonly typed: string | null;
  /** Words to choose from; with `isClosed` no others. */
  readonly choices: readonly Choice[];
  readonly isClosed: boolean;
  /** What is wrong with the text, or null when it was taken. */
  readonly onKeep: (text: string, then: Then) => string | null;
  readonly onLeave: () => void;
}

export interface Choice {
  readonly value: string;
  readonly title: string;
}

/** Where the work goes on after a value was kept. */
export type Then = "below" | "beside" | "before" | "here";

/** A field in the place of a cell. Enter keeps and goes down, Tab keeps and goes on, Escape leaves everything as it was. */
export function CellEditor(props: Props) {
  return props.isClosed ? <Choosing {...props} /> : <Typing {...props} />;
}

function Typing({ column, name, first, typed, choices, onKeep, onLeave }: Props) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const left = useRef(false);
  const [text, setText] = useState(typed ?? first);
  const [complaint, setComplaint] = useState<string | null>(null);
  useEffect(() => {
    if (typed === null) box.current?.select();
  }, [typed]);
  const keep = (then: Then) => {
    const wrong = onKeep(text, then);
    setComplaint(wrong);
    left.current = wrong === null;
  };
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    const then = thenOf(event);
    if (then === null && event.key !== "Escape") return;
    event.preventDefault();
    if (then !== null) return keep(then);
    left.current = true;
    onLeave();
  };
  const blur = () => {
    if (left.current) return;
    left.current = true;
    if (onKeep(text, "here") !== null) onLeave();
  };
  return (
    <span className="cell-editor">
      <input
        ref={box}
        type="text"
        autoFocus
        aria-label={`${column.title} of ${name}`}
        aria-invalid={complaint !== null}
        aria-describedby={complaint === null ? undefined : `${id}-wrong`}
        list={choices.length === 0 ? undefined : `${id}-choices`}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
        onBlur={blur}
      />
      <Words id={`${id}-choices`} choices={choices} />
      <Complaint id={`${id}-wrong`} text={complaint} />
    </span>
  );
}

function Complaint({ id, text }: { readonly id: string; readonly text: string | null }) {
  if (text === null) return null;
  return (
    <span id={id} className="cell-complaint" role="alert">
      {text}
    </span>
  );
}

function Words({ id, choices }: { readonly id: string; readonly choices: readonly Choice[] }) {
  if (choices.length === 0) return null;
  return (
    <datalist id={id}>
      {choices.map(({ value, title }) => (
        <option key={value} value={value}>
          {title}
        </option>
      ))}
    </datalist>
  );
}

function Choosing({ column, name, first, choices, onKeep, onLeave }: Props) {
  const box = useRef<HTMLSelectElement>(null);
  useEffect(() => open(box.current), []);
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key !== "Escape" && event.key !== "Tab" && event.key !== "Enter") return;
    event.preventDefault();
    onLeave();
  };
  return (
    <span className="cell-editor">
      <select
        ref={box}
        autoFocus
        aria-label={`${column.title} of ${name}`}
        value={first}
        onChange={(event) => onKeep(event.target.value, "here")}
        onKeyDown={press}
        onBlur={onLeave}
      >
        {choices.map(({ value, title }) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
    </span>
  );
}

/** A list that has to be opened by another key would be one key too many; where the browser will not, it still works by arrows. */
function open(box: HTMLSelectElement | null): void {
  try {
    box?.showPicker();
  } catch {
    box?.focus();
  }
}

function thenOf({ key, shiftKey }: KeyboardEvent): Then | null {
  if (key === "Enter") return "below";
  if (key !== "Tab") return null;
  return shiftKey ? "before" : "beside";
}
