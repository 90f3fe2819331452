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

/** As much of a risk as a decision needs to know. */
export type Decidable = Pick<AgendaCard, "tag" | "likelihood" | "impact" | "owner"> & {
  /** How far the plan's scales reach. */
  readonly most: Scored;
};

interface Props {
  readonly card: Decidable;
  /** Names to choose an owner from. */
  readonly people: readonly string[];
  readonly kind: DecisionKind;
  readonly word: string;
  readonly busy: boolean;
  readonly onDecide: (wanted: Wanted) => void;
  readonly onBack: () => void;
}

/** Owner and day beside the decision: Enter takes it as it stands, so that most need nothing but a letter and Enter. */
export function ReviewDecide({ card, people, kind, word, busy, onDecide, onBack }: Props) {
  const [pledge, setPledge] = useState<Pledge>({ owner: "", due: "", note: "" });
  const [score, setScore] = useState<Scored>({ likelihood: card.likelihood, impact: card.impact });
  const decide = () => {
    const { owner, due, note } = pledge;
    const decision = decisionOf(kind, card, score);
    onDecide({ decision, owner: owner.trim() || null, due: due || null, note: note.trim() });
  };
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
        decide();
      }}
    >
      <p className="review-word">
        {word}
        {kind === "retag" ? ` as ${tagNames[otherSide(card)].toLowerCase()}` : ""}
      </p>
      {kind === "rescore" ? <Scores score={score} most={card.most} onChange={setScore} /> : null}
      <PledgeFields card={card} people={people} pledge={pledge} isFirst={kind !== "rescore"} onChange={setPledge} />
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

interface Pledge {
  readonly owner: string;
  readonly due: string;
  readonly note: string;
}

interface PledgeProps {
  readonly card: Decidable;
  readonly people: readonly string[];
  readonly pledge: Pledge;
  readonly isFirst: boolean;
  readonly onChange: (pledge: Pledge) => void;
}

function PledgeFields({ card, people, pledge, isFirst, onChange }: PledgeProps) {
  const change = (part: Partial<Pledge>) => onChange({ ...pledge, ...part });
  return (
    <>
      <div className="row">
        <label>
          Owner
          <input
            type="text"
            list="review-people"
            placeholder={card.owner ?? "as it is"}
            value={pledge.owner}
            autoFocus={isFirst}
            onChange={(event) => change({ owner: event.target.value })}
          />
        </label>
        <datalist id="review-people">
          {people.map((person) => (
            <option key={person} value={person} />
          ))}
        </datalist>
        <label>
          By <input type="date" value={pledge.due} onChange={(event) => change({ due: event.target.value })} />
        </label>
        <button type="button" className="button" onClick={() => change({ due: weekFrom(pledge.due) })}>
          + 1 week
        </button>
      </div>
      <label>
        Note
        <input
          type="text"
          className="grow"
          value={pledge.note}
          onChange={(event) => change({ note: event.target.value })}
        />
      </label>
    </>
  );
}

/** A week after the day that stands there, or after today. */
function weekFrom(due: string): string {
  const from = due === "" ? Date.now() : Date.parse(`${due}T12:00:00Z`);
  return new Date(from + 7 * 86_400_000).toISOString().slice(0, 10);
}

interface Scored {
  readonly likelihood: number;
  readonly impact: number;
}

interface ScoresProps {
  readonly score: Scored;
  readonly most: Scored;
  readonly onChange: (score: Scored) => void;
}

function Scores({ score, most, onChange }: ScoresProps) {
  const { likelihood, impact } = score;
  return (
    <div className="row">
      <Score
        name="Likelihood"
        most={most.likelihood}
        value={likelihood}
        isFirst
        onChange={(value) => onChange({ impact, likelihood: value })}
      />
      <Score
        name="Impact"
        value={impact}
        most={most.impact}
        onChange={(value) => onChange({ likelihood, impact: value })}
      />
      <span className="subtle">Exposure {likelihood * impact}</span>
    </div>
  );
}

interface ScoreProps {
  readonly name: string;
  readonly value: number;
  readonly most: number;
  readonly isFirst?: boolean;
  readonly onChange: (value: number) => void;
}

function Score({ name, value, most, isFirst = false, onChange }: ScoreProps) {
  return (
    <label>
      {name}{" "}
      <input
        type="number"
        className="input-short"
        min={1}
        max={most}
        value={value}
        autoFocus={isFirst}
        onChange={(event) => onChange(Math.min(most, Math.max(1, Math.round(Number(event.target.value)) || 1)))}
      />
    </label>
  );
}

function otherSide({ tag }: Decidable): Decidable["tag"] {
  return tag === "pre-delivery" ? "post-delivery" : "pre-delivery";
}

function decisionOf(kind: DecisionKind, card: Decidable, score: Scored): DecisionView {
  if (kind === "retag") return { kind, tag: otherSide(card) };
  return kind === "rescore" ? { kind, ...score } : { kind };
}
