import { useState } from "react";
import type { KeyboardEvent } from "react";
import type { StepRow } from "../timeline/step-row";

interface Props {
  readonly row: StepRow;
  readonly canEdit: boolean;
  readonly onWrite: (description: string | null) => void;
}

/** What the step is and when it is done, in words too long for a cell. */
export function StepWords({ row, canEdit, onWrite }: Props) {
  const [text, setText] = useState<string | null>(null);
  const { description } = row.step;
  const keep = () => {
    if (text !== null && text !== description) onWrite(text.trim() === "" ? null : text);
    setText(null);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) keep();
    else if (event.key === "Escape") setText(null);
  };
  return (
    <section className="stack stack-tight">
      <h4>What it is</h4>
      {text === null ? (
        <p className={description === "" ? "missing" : "step-words"}>{description || "Nobody has described it."}</p>
      ) : (
        <textarea
          autoFocus
          rows={5}
          aria-label={`Description of ${row.title}`}
          value={text}
          onFocus={({ target }) => target.setSelectionRange(target.value.length, target.value.length)}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={press}
        />
      )}
      {!canEdit ? null : text === null ? (
        <button type="button" className="link" onClick={() => setText(description)}>
          Write
        </button>
      ) : (
        <div className="row">
          <button type="button" className="button button-primary" onClick={keep}>
            Keep
          </button>
          <button type="button" className="button" onClick={() => setText(null)}>
            Cancel
          </button>
        </div>
      )}
      <Done row={row} />
    </section>
  );
}

function Done({ row }: Pick<Props, "row">) {
  const { success } = row.step;
  if (success.length === 0) return <p className="missing">Nobody has said when it is done.</p>;
  return (
    <ul>
      {success.map(({ measure, op, value, unit }) => (
        <li key={`${measure} ${op} ${String(value)}`}>
          Done when {measure} {op} {value} {unit}
        </li>
      ))}
    </ul>
  );
}
