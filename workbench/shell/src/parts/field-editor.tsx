import { useState } from "react";
import { textOf } from "../call";
import { Pick } from "./press";
import type { Option } from "./press";
import type { EditMeta, User } from "../shapes";

type Meta = EditMeta[string];
export type Kind = "text" | "date" | "number" | "user" | "option" | "words" | "none";

const kinds: Readonly<Record<string, Kind>> = {
  string: "text",
  date: "date",
  number: "number",
  user: "user",
  option: "option",
  priority: "option",
};

export function kindOf(meta: Meta | undefined): Kind {
  if (meta === undefined) return "none";
  if (meta.schema.type === "array" && meta.schema.items === "string") return "words";
  return kinds[meta.schema.type] ?? "none";
}

/** A field's value in words; null when it is empty. */
export function wordsOf(value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(wordsOf).join(", ");
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (typeof value !== "object") return null;
  const { displayName, value: own, name, key } = { displayName: null, value: null, name: null, key: null, ...value };
  const words = displayName ?? own ?? name ?? key;
  return words === null ? null : String(words);
}

interface Props {
  readonly label: string;
  readonly meta: Meta | undefined;
  readonly value: unknown;
  readonly people: readonly User[];
  readonly onSave: (value: unknown) => void;
}

/** A value that becomes an input when it is pressed, and is saved with Enter or on leaving. */
export function FieldEditor({ label, meta, value, people, onSave }: Props) {
  const [editing, setEditing] = useState(false);
  const kind = kindOf(meta);
  const words = wordsOf(value);
  if (kind === "none") return <span>{words ?? <em>None</em>}</span>;
  if (!editing) {
    return (
      <button type="button" className="inline-edit" aria-label={`Edit ${label}`} onClick={() => setEditing(true)}>
        {words ?? <em>None</em>}
      </button>
    );
  }
  const leave = (next: string) => {
    setEditing(false);
    if (next !== startOf(kind, value)) onSave(sentOf(kind, next));
  };
  if (kind === "user" || kind === "option") {
    const options = kind === "user" ? people.map(personOf) : (meta?.allowedValues ?? []).map(choiceOf);
    const first = startOf(kind, value);
    return <Pick label={label} menu="None" value={first} options={options} onPick={leave} />;
  }
  return (
    <input
      autoFocus
      aria-label={label}
      type={kind === "words" ? "text" : kind}
      step="any"
      defaultValue={startOf(kind, value)}
      onBlur={(event) => leave(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
        if (event.key === "Escape") setEditing(false);
      }}
    />
  );
}

const personOf = ({ accountId, displayName }: User): Option => [accountId, displayName];
const choiceOf = ({ id = "", value, name = "" }: NonNullable<Meta["allowedValues"]>[number]): Option => [
  id,
  value ?? name,
];

function startOf(kind: Kind, value: unknown): string {
  if (kind === "words") return Array.isArray(value) ? value.join(" ") : "";
  if (typeof value !== "object" || value === null) return typeof value === "number" ? String(value) : textOf(value);
  const { accountId, id } = { accountId: "", id: "", ...value };
  return kind === "user" ? accountId : id;
}

function sentOf(kind: Kind, text: string): unknown {
  if (kind === "words") return text.split(/[\s,]+/).filter(Boolean);
  if (text === "") return null;
  if (kind === "number") return Number(text);
  if (kind === "user") return { accountId: text };
  return kind === "option" ? { id: text } : text;
}
