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

/** One line and Enter is enough; who ends it and when can follow. */
export function ExceptionForm({ plan, departments, onNoted }: Props) {
  const [title, setTitle] = useState("");
  const [what, setWhat] = useState<What>("workaround");
  const [department, setDepartment] = useState("");
  const [times, setTimes] = useState(1);
  const [busy, setBusy] = useState(false);
  const note = async () => {
    setBusy(true);
    const entry = { id: crypto.randomUUID(), what, title, department: department || null, count: times };
    try {
      await ask("noteException", { plan, ...entry, owner: null, closeBy: null });
      flag({ type: "success", title: `Logged: ${title}` });
      setTitle("");
      setTimes(1);
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
        if (title.trim() !== "") void note();
      }}
    >
      <input
        type="text"
        className="grow"
        aria-label="What people do"
        placeholder="What do people do beside the system?"
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <select aria-label="Kind" value={what} onChange={(event) => setWhat(kindOf(event.target.value))}>
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
        value={department}
        onChange={(event) => setDepartment(event.target.value)}
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
        value={times}
        onChange={(event) => setTimes(Math.max(1, Math.floor(Number(event.target.value)) || 1))}
      />
      <button type="submit" className="button button-primary" disabled={busy || title.trim() === ""}>
        Log it
      </button>
    </form>
  );
}

function kindOf(value: string): What {
  return value === "exception" || value === "shadow-work" || value === "legacy-report" ? value : "workaround";
}
