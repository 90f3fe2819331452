import { useState } from "react";
import type { SnapshotView } from "#contract/adoption";
import type { RequestOf } from "#contract/requests";
import { useNote } from "./use-note";

interface Props {
  readonly view: SnapshotView;
  readonly onNoted: () => void;
}

interface About {
  readonly kind: RequestOf<"observe">["kind"];
  readonly title: string;
  /** What the name of the entry stands for; null where it needs none. */
  readonly names: string | null;
  readonly whole: string | null;
}

const kinds: readonly About[] = [
  { kind: "kpi", title: "A value of a KPI", names: "KPI", whole: null },
  { kind: "field", title: "Filled cells of a mandatory field", names: "Field", whole: "records" },
  { kind: "case", title: "Cases that followed the new workflow", names: "Process", whole: "cases" },
  { kind: "migrated", title: "Records moved to the new system", names: null, whole: "records" },
  { kind: "attendance", title: "People who attended the training", names: "Training", whole: "invited" },
];

/** What no system reports is written down here; a later entry of the same day takes the place of an earlier one. */
export function NoteForm({ view, onNoted }: Props) {
  const known = kinds.filter(({ kind }) => kind !== "kpi" || view.outcomes.length > 0);
  const [about, setAbout] = useState(known[0]!);
  const [entry, setEntry] = useState<Entry>({ name: "", part: "", whole: "", day: view.computedAt.slice(0, 10) });
  const { busy, note } = useNote(onNoted);
  const name = about.names === null ? "" : entry.name.trim() || (about.kind === "kpi" ? view.outcomes[0]!.kpi : "");
  const isReady =
    entry.part !== "" && (about.whole === null || entry.whole !== "") && (about.names === null || name !== "");
  const send = () => {
    const whole = about.whole === null ? null : Number(entry.whole);
    void note({ plan: view.plan.id, kind: about.kind, name, day: entry.day, part: Number(entry.part), whole });
  };
  return (
    <details>
      <summary>Enter what was counted</summary>
      <form
        className="row row-end"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Choice
          title="What"
          value={about.kind}
          options={known.map(({ kind, title }) => ({ id: kind, title }))}
          onChange={(chosen) => setAbout(known.find(({ kind }) => kind === chosen) ?? about)}
        />
        <Fields about={about} entry={entry} view={view} onChange={(part) => setEntry({ ...entry, ...part })} />
        <button type="submit" className="button button-primary" disabled={busy || !isReady}>
          Enter
        </button>
      </form>
    </details>
  );
}

interface Entry {
  readonly name: string;
  readonly part: string;
  readonly whole: string;
  readonly day: string;
}

interface FieldsProps {
  readonly about: About;
  readonly entry: Entry;
  readonly view: SnapshotView;
  readonly onChange: (part: Partial<Entry>) => void;
}

function Fields({ about, entry, view, onChange }: FieldsProps) {
  const { kind, names, whole } = about;
  const kpis = view.outcomes.map(({ kpi, title }) => ({ id: kpi, title }));
  const field = { value: entry.name, onChange: (name: string) => onChange({ name }) };
  return (
    <>
      {kind === "kpi" ? <Choice title="KPI" options={kpis} {...field} /> : null}
      {kind !== "kpi" && names !== null ? <Field title={names} type="text" {...field} /> : null}
      <Field
        title={kind === "kpi" ? "Value" : "How many"}
        type="number"
        value={entry.part}
        onChange={(part) => onChange({ part })}
      />
      {whole === null ? null : (
        <Field
          title={`of how many ${whole}`}
          type="number"
          value={entry.whole}
          onChange={(count) => onChange({ whole: count })}
        />
      )}
      <Field title="Day" type="date" value={entry.day} onChange={(day) => onChange({ day })} />
    </>
  );
}

interface ValueProps {
  readonly title: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Choice(props: ValueProps & { readonly options: readonly { readonly id: string; readonly title: string }[] }) {
  const { title, value, options, onChange } = props;
  return (
    <label className="labelled">
      <span>{title}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.title}
          </option>
        ))}
      </select>
    </label>
  );
}

function Field({ title, type, value, onChange }: ValueProps & { readonly type: "text" | "number" | "date" }) {
  return (
    <label className="labelled">
      <span>{title}</span>
      <input
        type={type}
        step={type === "number" ? "any" : undefined}
        maxLength={80}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
