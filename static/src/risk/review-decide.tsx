import { useState } from "react";
import type { AgendaCard, DecisionView } from "#contract/reviews";
import { tagNames } from "./risk-tag";
import type { DecisionKind } from "./decision-words";

export interface Wanted {
  readonly decision: DecisionView;
  readonly owner: string | null;
  readonly due: string | null;
  readonly note: string;
}

interface Props {
  readonly card: AgendaCard;
  readonly kind: DecisionKind;
  readonly word: string;
  readonly busy: boolean;
  readonly onDecide: (wanted: Wanted) => void;
  readonly onBack: () => void;
}

/** Owner and day beside the decision: Enter takes it as it stands, so that most need nothing but a letter and Enter. */
export function ReviewDecide({ card, kind, word, busy, onDecide, onBack }: Props) {
  const [owner, setOwner] = useState("");
  const [due, setDue] = useState("");
  const [note, setNote] = useState("");
  const [likelihood, setLikelihood] = useState(card.likelihood);
  const [impact, setImpact] = useState(card.impact);
  const decision = decisionOf({ kind, card, likelihood, impact });
  return (
    <form
      className="review-form"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onBack();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        onDecide({ decision, owner: owner.trim() || null, due: due || null, note: note.trim() });
      }}
    >
      <p className="review-word">
        {word}
        {kind === "retag" ? ` as ${tagNames[otherSide(card)].toLowerCase()}` : ""}
      </p>
      {kind === "rescore" ? (
        <div className="row">
          <Score name="Likelihood" value={likelihood} isFirst onChange={setLikelihood} />
          <Score name="Impact" value={impact} onChange={setImpact} />
          <span className="subtle">Exposure {likelihood * impact}</span>
        </div>
      ) : null}
      <div className="row">
        <label>
          Owner{" "}
          <input
            type="text"
            placeholder={card.owner ?? "as it is"}
            value={owner}
            autoFocus={kind !== "rescore"}
            onChange={(event) => setOwner(event.target.value)}
          />
        </label>
        <label>
          By <input type="date" value={due} onChange={(event) => setDue(event.target.value)} />
        </label>
      </div>
      <label>
        Note <input type="text" className="grow" value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
      <div className="row">
        <button type="submit" className="button button-primary" disabled={busy}>
          {busy ? "Saving …" : "Decide (Enter)"}
        </button>
        <button type="button" className="button" onClick={onBack}>
          Back (Esc)
        </button>
      </div>
    </form>
  );
}

interface ScoreProps {
  readonly name: string;
  readonly value: number;
  readonly isFirst?: boolean;
  readonly onChange: (value: number) => void;
}

function Score({ name, value, isFirst = false, onChange }: ScoreProps) {
  return (
    <label>
      {name}{" "}
      <input
        type="number"
        className="input-short"
        min={1}
        max={5}
        value={value}
        autoFocus={isFirst}
        onChange={(event) => onChange(Math.min(5, Math.max(1, Math.round(Number(event.target.value)) || 1)))}
      />
    </label>
  );
}

function otherSide({ tag }: AgendaCard): AgendaCard["tag"] {
  return tag === "pre-delivery" ? "post-delivery" : "pre-delivery";
}

interface Chosen {
  readonly kind: DecisionKind;
  readonly card: AgendaCard;
  readonly likelihood: number;
  readonly impact: number;
}

function decisionOf({ kind, card, likelihood, impact }: Chosen): DecisionView {
  if (kind === "retag") return { kind, tag: otherSide(card) };
  return kind === "rescore" ? { kind, likelihood, impact } : { kind };
}
