import { useState } from "react";
import type { RequestOf } from "#contract/requests";
import { ask, flag, flagRefusal } from "../bridge";

type What = RequestOf<"noteException">["what"];

export const whatWords: Readonly<Record<What, string>> = {
  workaround: "Work-around",
  "shadow-work": "Sheet on the side",
  "legacy-report": "Request for an old report",
  exception: "Exception granted",
};

interface Props {
  readonly plan: string;
  readonly departments: readonly string[];
  readonly onNoted: () => void;
}

interface Entry {
  readonly title: string;
  readonly what: What;
  readonly department: string;
  readonly count: number;
}

const blank: Entry = { title: "", what: "workaround", department: "", count: 1 };

/** One line and Enter is enough; who ends it and when can follow. */
export function ExceptionForm({ plan, departments, onNoted }: Props) {
  const [entry, setEntry] = useState(blank);
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<Entry>) => setEntry({ ...entry, ...part });
  const isEmpty = entry.title.trim() === "";
  const note = async () => {
    setBusy(true);
    const noted = { ...entry, department: entry.department || null, owner: null, closeBy: null };
    try {
      await ask("noteException", { plan, id: crypto.randomUUID(), ...noted });
      flag({ type: "success", title: `Logged: ${entry.title}` });
      setEntry({ ...entry, title: "", count: 1 });
      onNoted();
    } catch (error) {
      flagRefusal(error);
    }
    setBusy(false);
  };
  return (
    <form
      className="row exception-form"
      aria-label="Log what people do beside the system"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty) void note();
      }}
    >
      <input
        type="text"
        className="grow"
        aria-label="What people do"
        placeholder="What do people do beside the system?"
        value={entry.title}
        onChange={(event) => change({ title: event.target.value })}
      />
      <Particulars entry={entry} departments={departments} onChange={change} />
      <button type="submit" className="button button-primary" disabled={busy || isEmpty}>
        Log it
      </button>
    </form>
  );
}

interface ParticularsProps {
  readonly entry: Entry;
  readonly departments: readonly string[];
  readonly onChange: (part: Partial<Entry>) => void;
}

function Particulars({ entry, departments, onChange }: ParticularsProps) {
  return (
    <>
      <select aria-label="Kind" value={entry.what} onChange={(event) => onChange({ what: kindOf(event.target.value) })}>
        {Object.entries(whatWords).map(([kind, words]) => (
          <option key={kind} value={kind}>
            {words}
          </option>
        ))}
      </select>
      <input
        type="text"
        list="exception-departments"
        aria-label="Department"
        placeholder="Department"
        value={entry.department}
        onChange={(event) => onChange({ department: event.target.value })}
      />
      <datalist id="exception-departments">
        {departments.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <input
        type="number"
        className="input-short"
        aria-label="How often"
        min={1}
        max={10_000}
        value={entry.count}
        onChange={(event) => onChange({ count: Math.max(1, Math.floor(Number(event.target.value)) || 1) })}
      />
    </>
  );
}

function kindOf(value: string): What {
  return value === "exception" || value === "shadow-work" || value === "legacy-report" ? value : "workaround";
}
