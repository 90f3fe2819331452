import { eventFields } from "#formats/event-columns";
import type { EventColumns, EventField, FieldSource } from "#formats/event-columns";

interface Props {
  readonly found: readonly string[];
  readonly columns: EventColumns;
  readonly onChange: (columns: EventColumns) => void;
}

const words: Readonly<Record<EventField, { readonly title: string; readonly none: string }>> = {
  person: { title: "Person", none: "choose a column" },
  at: { title: "Time", none: "choose a column" },
  kind: { title: "Kind", none: "choose a column or a kind" },
  process: { title: "Process", none: "not in the file" },
  category: { title: "What a ticket was about", none: "not in the file: not said" },
  id: { title: "Id", none: "made from the line" },
  assisted: { title: "With help", none: "not in the file: nobody was" },
  environment: { title: "Environment", none: "not in the file: production" },
  channel: { title: "Person or service", none: "not in the file: people" },
};

const kinds = ["transaction", "ticket", "login", "access", "left", "reversal"] as const;

/** Which column means what; what can be guessed from the names is chosen already. */
export function EventMapping({ found, columns, onChange }: Props) {
  return (
    <fieldset className="event-mapping">
      <legend>What the columns mean</legend>
      {eventFields.map((field) => (
        <label key={field} className="labelled">
          <span>{words[field].title}</span>
          <select
            value={spell(columns[field])}
            onChange={(event) => onChange({ ...columns, [field]: read(event.target.value) })}
          >
            <option value="">{words[field].none}</option>
            {found.map((column) => (
              <option key={column} value={`column ${column}`}>
                {column}
              </option>
            ))}
            {field === "kind"
              ? kinds.map((kind) => (
                  <option key={kind} value={`always ${kind}`}>
                    every line is a {kind}
                  </option>
                ))
              : null}
          </select>
        </label>
      ))}
    </fieldset>
  );
}

function spell(source: FieldSource): string {
  if (source.kind === "none") return "";
  return source.kind === "column" ? `column ${source.column}` : `always ${source.value}`;
}

function read(text: string): FieldSource {
  if (text.startsWith("column ")) return { kind: "column", column: text.slice(7) };
  return text.startsWith("always ") ? { kind: "always", value: text.slice(7) } : { kind: "none" };
}
