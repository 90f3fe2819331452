import { useState } from "react";
import type { SnapshotView } from "#contract/adoption";
import { useNote } from "./use-note";

interface Props {
  readonly view: SnapshotView;
  readonly onNoted: () => void;
}

const words = { yes: "Seen", no: "Not seen", unknown: "Cannot tell" } as const;

/** Signs that something is accepted and not used. None of them opens or locks a gate. */
export function Symptoms({ view, onNoted }: Props) {
  return (
    <section className="stack stack-tight">
      <h2>Symptoms</h2>
      {view.symptoms.length === 0 ? <p className="subtle">Looked for from go-live on.</p> : null}
      <ul className="symptom-list">
        {view.symptoms.map(({ symptom, title, seen, sentence }) => (
          <li key={symptom}>
            <span className={`sighting sighting-${seen}`}>{words[seen]}</span>
            <div>
              <strong>{title}</strong>
              <p className="subtle">{sentence}</p>
            </div>
          </li>
        ))}
      </ul>
      <Report view={view} onNoted={onNoted} />
    </section>
  );
}

/** One click for whoever finds the old spreadsheet in use; no name goes with it. */
function Report({ view, onNoted }: Props) {
  const names = [...new Set(view.departments.map(({ name }) => name))];
  const [department, setDepartment] = useState("");
  const { busy, note } = useNote(onNoted);
  const report = (kind: "shadow" | "legacy") => {
    const day = new Intl.DateTimeFormat("en-CA", { timeZone: view.plan.zone, dateStyle: "short" }).format(new Date());
    void note({ plan: view.plan.id, kind, name: department, day, part: 1, whole: null });
  };
  return (
    <div className="row row-end">
      <label className="labelled">
        <span>Department (your name is not kept)</span>
        <select value={department} onChange={(event) => setDepartment(event.target.value)}>
          <option value="">Not said</option>
          {names.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <button type="button" className="button" disabled={busy} onClick={() => report("shadow")}>
        Report a spreadsheet beside the system
      </button>
      <button type="button" className="button" disabled={busy} onClick={() => report("legacy")}>
        Somebody asked for an old report
      </button>
    </div>
  );
}
