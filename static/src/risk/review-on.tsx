import { useState } from "react";
import type { AgendaCard, OpenReview, ReviewView } from "#contract/reviews";
import { ask, flagRefusal } from "../bridge";
import { count } from "../parts/share";
import { choices } from "./decision-words";
import type { Choice } from "./decision-words";
import { sayClosed } from "./review-closed";
import { ReviewDecide } from "./review-decide";
import type { Wanted } from "./review-decide";
import { ReviewRisk } from "./review-risk";
import { ReviewRoom } from "./review-room";
import { useKeys } from "./use-keys";
import { useMinutes } from "./use-minutes";

interface Props {
  readonly view: ReviewView;
  readonly review: OpenReview;
  readonly plan: string;
  readonly onChanged: (view: ReviewView) => void;
}

/** The review as it runs: who is here, one risk at a time, and how far the agenda has come. */
export function ReviewOn({ view, review, plan, onChanged }: Props) {
  const decided = new Map(review.decisions.map((one) => [one.risk, one]));
  const { agenda } = view;
  const [risk, setRisk] = useState(() => (agenda.find((card) => !decided.has(card.risk)) ?? agenda[0])?.risk ?? "");
  const [choice, setChoice] = useState<Choice | null>(null);
  const [busy, setBusy] = useState(false);
  const at = Math.max(
    0,
    agenda.findIndex((card) => card.risk === risk),
  );
  const card = agenda[at];
  const spent = useMinutes(risk);
  const act = async (run: () => Promise<ReviewView>): Promise<ReviewView | null> => {
    setBusy(true);
    try {
      const next = await run();
      onChanged(next);
      return next;
    } catch (error) {
      flagRefusal(error);
      return null;
    } finally {
      setBusy(false);
    }
  };
  const show = (place: number) => {
    setChoice(null);
    setRisk(agenda[Math.min(agenda.length - 1, Math.max(0, place))]?.risk ?? risk);
  };
  const decide = async (on: AgendaCard, wanted: Wanted) => {
    const over = decided.get(on.risk)?.stands.id ?? null;
    const id = crypto.randomUUID();
    const next = await act(() => ask("decideRisk", { plan, review: review.id, id, risk: on.risk, over, ...wanted }));
    if (next === null) return;
    const open = next.agenda.findIndex((one) => !next.open?.decisions.some((taken) => taken.risk === one.risk));
    setChoice(null);
    if (open >= 0) setRisk(next.agenda[open]!.risk);
  };
  const close = async () => {
    const next = await act(() => ask("closeReview", { plan, review: review.id }));
    if (next !== null) sayClosed(next);
  };
  useKeys((key) => {
    const wanted = choices.find(({ letter }) => letter === key);
    if (wanted !== undefined && view.canEdit) setChoice(wanted);
    else if (key === "arrowright" || key === "j") show(at + 1);
    else if (key === "arrowleft" || key === "k") show(at - 1);
    else return false;
    return true;
  }, choice === null);
  if (card === undefined) return null;
  return (
    <div className="review">
      <ReviewRoom
        view={view}
        review={review}
        busy={busy || !view.canEdit}
        onTick={(person, side, present) =>
          void act(() => ask("attendReview", { plan, review: review.id, person, side, present }))
        }
      />
      <Progress at={at} agenda={agenda} decided={decided.size} spent={spent} onShow={show} />
      <ReviewRisk card={card} settled={decided.get(card.risk) ?? null}>
        {choice === null ? (
          <Choices canEdit={view.canEdit} onChoose={setChoice} />
        ) : (
          <ReviewDecide
            key={`${card.risk} ${choice.kind}`}
            card={card}
            kind={choice.kind}
            word={choice.word}
            busy={busy}
            onDecide={(wanted) => void decide(card, wanted)}
            onBack={() => setChoice(null)}
          />
        )}
      </ReviewRisk>
      <div className="row row-apart">
        <span className="subtle">
          {decided.size === agenda.length
            ? "Every risk is decided."
            : `${count(agenda.length - decided.size, "risk")} to go.`}
        </span>
        <button
          type="button"
          className="button button-primary"
          disabled={busy || !view.canEdit}
          onClick={() => void close()}
        >
          Close the review
        </button>
      </div>
    </div>
  );
}

interface ProgressProps {
  readonly at: number;
  readonly agenda: readonly AgendaCard[];
  readonly decided: number;
  readonly spent: string;
  readonly onShow: (place: number) => void;
}

function Progress({ at, agenda, decided, spent, onShow }: ProgressProps) {
  return (
    <div className="row row-apart">
      <span>
        Risk {at + 1} of {agenda.length}, {decided} decided <span className="subtle">· {spent} on this one</span>
      </span>
      <div className="row">
        <button type="button" className="button" disabled={at === 0} onClick={() => onShow(at - 1)}>
          ← Previous
        </button>
        <button type="button" className="button" disabled={at === agenda.length - 1} onClick={() => onShow(at + 1)}>
          Next →
        </button>
      </div>
    </div>
  );
}

interface ChoicesProps {
  readonly canEdit: boolean;
  readonly onChoose: (choice: Choice) => void;
}

function Choices({ canEdit, onChoose }: ChoicesProps) {
  return (
    <div className="review-choices" role="group" aria-label="Decide">
      {choices.map((choice) => (
        <button
          key={choice.kind}
          type="button"
          className="button"
          title={choice.says}
          aria-keyshortcuts={choice.letter}
          disabled={!canEdit}
          onClick={() => onChoose(choice)}
        >
          {choice.word} <kbd>{choice.letter.toUpperCase()}</kbd>
        </button>
      ))}
    </div>
  );
}
