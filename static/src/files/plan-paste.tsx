import { useId, useState } from "react";
import type { Format } from "#formats/format";
import { guessFormat } from "#formats/guess-format";
import { formatTitles } from "./format-words";

interface Props {
  readonly onPaste: (text: string, format: Format) => void;
}

const choices = ["yaml", "json", "csv", "markdown", "mspdi"] as const;

/** For whoever has the plan in a message or a sheet and not in a file. */
export function PlanPaste({ onPaste }: Props) {
  const [text, setText] = useState("");
  const [said, setSaid] = useState<Format | null>(null);
  const field = useId();
  const guessed = guessFormat(text);
  const isEmpty = text.trim() === "";
  return (
    <details className="group">
      <summary>Or paste a plan</summary>
      <form
        className="stack stack-tight"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isEmpty) onPaste(text, said ?? guessed);
        }}
      >
        <label htmlFor={field} className="subtle">
          The text of a plan file, or cells copied from a spreadsheet with their headings
        </label>
        <textarea
          id={field}
          className="paste"
          rows={8}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="row">
          <label className="row">
            <span className="subtle">Format</span>
            <select
              value={said ?? ""}
              onChange={(event) => setSaid(choices.find((format) => format === event.target.value) ?? null)}
            >
              <option value="">{isEmpty ? "As it looks" : `As it looks: ${formatTitles[guessed]}`}</option>
              {choices.map((format) => (
                <option key={format} value={format}>
                  {formatTitles[format]}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className="button" disabled={isEmpty}>
            Read it
          </button>
        </div>
      </form>
    </details>
  );
}
