import type { AgendaCard, Attendee, OpenReview, ReviewView } from "#contract/reviews";
import { count } from "../parts/share";
import { Skeleton } from "../parts/skeleton";
import { useAsk } from "../parts/use-ask";
import { choices } from "./decision-words";
import { Choices } from "./decision-choices";
import { ReviewAgenda } from "./review-agenda";
import { ReviewDecide } from "./review-decide";
import { ReviewRisk } from "./review-risk";
import { ReviewRoom } from "./review-room";
import { useMeeting } from "./use-meeting";
import type { Meeting } from "./use-meeting";
import { useKeys } from "../parts/use-keys";
import { useMinutes } from "./use-minutes";

interface Props {
  readonly view: ReviewView;
  readonly review: OpenReview;
  readonly plan: string;
  readonly onChanged: (view: ReviewView) => void;
}

/** The review as it runs: who is here, one risk at a time, and how far the agenda has come. */
export function ReviewOn({ view, review, plan, onChanged }: Props) {
  const meeting = useMeeting({ view, review, plan, onChanged });
  const { card, at, choice, busy, decided } = meeting;
  const people = usePeople(plan);
  const spent = useMinutes(card?.risk ?? "");
  useKeys((key) => pressed(key, meeting, view.canEdit), choice === null && people !== null);
  if (card === undefined) return null;
  // The room stands above everything else: names that came later would push it all down, from under a press.
  if (people === null) return <Skeleton label="Loading who may be here" lines={[50, 90, 40, 100, 100, 80]} />;
  const { agenda, scales } = view;
  const most = { likelihood: scales.likelihoods.length, impact: scales.impacts.length };
  return (
    <div className="review">
      <ReviewRoom
        people={people}
        review={review}
        isStart={decided.size === 0}
        busy={busy || !view.canEdit}
        onTick={meeting.tick}
      />
      <Progress at={at} agenda={agenda} decided={decided.size} spent={spent} onShow={meeting.show} />
      <div className="review-desk">
        <ReviewAgenda agenda={agenda} at={at} decided={new Set(decided.keys())} onShow={meeting.show} />
        <ReviewRisk card={card} settled={decided.get(card.risk) ?? null}>
          {choice === null ? (
            <Choices canEdit={view.canEdit} onChoose={meeting.choose} />
          ) : (
            <ReviewDecide
              key={`${card.risk} ${choice.kind}`}
              card={{ ...card, most }}
              people={people.map(({ person }) => person)}
              kind={choice.kind}
              word={choice.word}
              busy={busy}
              onDecide={(wanted) => void meeting.decide(card, wanted)}
              onBack={() => meeting.choose(null)}
            />
          )}
        </ReviewRisk>
      </div>
      <End left={agenda.length - decided.size} busy={busy || !view.canEdit} onClose={() => void meeting.close()} />
    </div>
  );
}

interface EndProps {
  readonly left: number;
  readonly busy: boolean;
  readonly onClose: () => void;
}

function End({ left, busy, onClose }: EndProps) {
  return (
    <div className="row row-apart">
      <span className="subtle">
        {left === 0 ? "Every risk is decided." : `${count(left, "risk")} to go.`} Keys: a letter decides, Enter takes
        it, ← and → turn the pages.
      </span>
      <button type="button" className="button button-primary" disabled={busy} onClick={onClose}>
        Close the review
      </button>
    </div>
  );
}

/** Asked once: who may come does not change while the room sits. Null until it is known. */
function usePeople(plan: string): readonly Attendee[] | null {
  const { state } = useAsk("attendees", { plan });
  if (state.kind === "waiting") return null;
  return state.kind === "ready" ? state.value : [];
}

/** A letter opens its decision, the arrows turn the pages. Whether the key meant anything here. */
function pressed(key: string, { at, choose, show }: Meeting, canEdit: boolean): boolean {
  const wanted = choices.find(({ letter }) => letter === key);
  if (wanted !== undefined && canEdit) choose(wanted);
  else if (key === "arrowright") show(at + 1);
  else if (key === "arrowleft") show(at - 1);
  else return false;
  return true;
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
