import { useState } from "react";
import type { RequestOf } from "#contract/requests";
import { ask, flag, flagRefusal } from "../bridge";
import { tagNames } from "./risk-tag";

interface Props {
  /** Null on a work item: there the risk threatens it, and belongs to its plan. */
  readonly plan: string | null;
  /** Its title to begin with. */
  readonly about: string;
  readonly onRaised: () => void;
  readonly onLeave: () => void;
}

type Draft = Omit<RequestOf<"raiseRisk">, "plan" | "threatens" | "owner"> & { readonly owner: string };

/** A risk in half a minute: what may happen, on which side of delivery, how bad, and who sees to it. */
export function RaiseRisk({ plan, about, onRaised, onLeave }: Props) {
  const [draft, setDraft] = useState<Draft>({
    title: about,
    tag: "pre-delivery",
    likelihood: 3,
    impact: 3,
    owner: "",
    response: "",
  });
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const raise = async () => {
    setBusy(true);
    try {
      await ask("raiseRisk", { ...draft, owner: draft.owner.trim() || null, plan, threatens: [] });
      flag({ type: "success", title: "The risk is raised", description: "Its work item is there in a moment." });
      onRaised();
    } catch (error) {
      flagRefusal(error);
      setBusy(false);
    }
  };
  return (
    <form
      className="stack raise-risk"
      aria-label="Raise a risk"
      onSubmit={(event) => {
        event.preventDefault();
        void raise();
      }}
    >
      <Fields draft={draft} onChange={change} />
      <div className="row">
        <button type="submit" className="button button-primary" disabled={busy || draft.title.trim() === ""}>
          {busy ? "Raising …" : "Raise it"}
        </button>
        <button type="button" className="button" onClick={onLeave}>
          Cancel
        </button>
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
}

function Fields({ draft, onChange }: FieldsProps) {
  return (
    <>
      <label className="stack stack-tight">
        What may happen
        <input
          type="text"
          autoFocus
          required
          maxLength={255}
          value={draft.title}
          onChange={(event) => onChange({ title: event.target.value })}
        />
      </label>
      <Weight draft={draft} onChange={onChange} />
      <label className="stack stack-tight">
        What is done about it
        <input type="text" value={draft.response} onChange={(event) => onChange({ response: event.target.value })} />
      </label>
      <label className="stack stack-tight">
        Owner
        <input
          type="text"
          placeholder="E-mail, or the name as Jira shows it"
          value={draft.owner}
          onChange={(event) => onChange({ owner: event.target.value })}
        />
      </label>
    </>
  );
}

function Weight({ draft, onChange }: FieldsProps) {
  const { tag, likelihood, impact } = draft;
  return (
    <div className="row">
      <select
        aria-label="Side of delivery"
        value={tag}
        onChange={(event) => onChange({ tag: tagIn(event.target.value) })}
      >
        {Object.entries(tagNames).map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
      <Scale name="Likelihood" value={likelihood} onChange={(value) => onChange({ likelihood: value })} />
      <Scale name="Impact" value={impact} onChange={(value) => onChange({ impact: value })} />
      <span className="subtle">Exposure {likelihood * impact}</span>
    </div>
  );
}

interface ScaleProps {
  readonly name: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Scale({ name, value, onChange }: ScaleProps) {
  return (
    <label className="row">
      {name}
      <select value={value} onChange={(event) => onChange(Number(event.target.value))}>
        {[1, 2, 3, 4, 5].map((step) => (
          <option key={step} value={step}>
            {step}
          </option>
        ))}
      </select>
    </label>
  );
}

function tagIn(value: string): Draft["tag"] {
  return value === "post-delivery" ? value : "pre-delivery";
}
