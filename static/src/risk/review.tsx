import { useEffect, useState } from "react";
import type { ReviewView } from "#contract/reviews";
import { ask, flagRefusal } from "../bridge";
import { AskedFor } from "../parts/asked-for";
import { Empty } from "../parts/empty";
import { sayDay } from "../parts/day";
import { ItemLink } from "../parts/item-link";
import { count } from "../parts/share";
import { useAsk } from "../parts/use-ask";
import { ReviewOn } from "./review-on";
import { PastReviews } from "./review-past";

/** Two people may hold the review at two screens: this often each sees what the other decided. */
const followMs = 5_000;

interface PartProps {
  readonly plan: string;
  /** A review has ended: when the next is due has changed. */
  readonly onClosed: () => void;
}

export function ReviewPart({ plan, onClosed }: PartProps) {
  const { state, again } = useAsk("riskReview", { plan });
  return (
    <AskedFor state={state} what="the review" onAgain={again}>
      {(asked) => <Followed asked={asked} plan={plan} onAgain={again} onClosed={onClosed} />}
    </AskedFor>
  );
}

interface FollowedProps extends PartProps {
  readonly asked: ReviewView;
  readonly onAgain: () => void;
}

/** What was done here shows at once; what is asked later replaces it. */
function Followed({ asked, plan, onAgain, onClosed }: FollowedProps) {
  const [done, setDone] = useState<ReviewView | null>(null);
  const view = done !== null && done.now >= asked.now ? done : asked;
  const isOn = view.open !== null;
  const changed = (next: ReviewView) => {
    setDone(next);
    if (next.open === null) onClosed();
  };
  useEffect(() => {
    if (!isOn) return undefined;
    const beat = window.setInterval(onAgain, followMs);
    return () => window.clearInterval(beat);
  }, [isOn, onAgain]);
  return (
    <div className="stack">
      <Untriaged keys={view.untriaged} />
      {view.open === null ? (
        <Waiting view={view} plan={plan} onChanged={setDone} />
      ) : (
        <ReviewOn view={view} review={view.open} plan={plan} onChanged={changed} />
      )}
    </div>
  );
}

/** The supplier's duties end with the delivery; what was promised before it must not end with them unseen. */
function Untriaged({ keys }: { readonly keys: readonly string[] }) {
  if (keys.length === 0) return null;
  return (
    <p className="note note-refused" role="status">
      <span>
        The plan is delivered, and {count(keys.length, "pre-delivery risk")} {keys.length === 1 ? "has" : "have"} no
        verdict: close, retag or escalate{" "}
        {keys.map((key, at) => (
          <span key={key}>
            {at === 0 ? "" : ", "}
            <ItemLink itemKey={key} />
          </span>
        ))}
        .
      </span>
    </p>
  );
}

interface WaitingProps {
  readonly view: ReviewView;
  readonly plan: string;
  readonly onChanged: (view: ReviewView) => void;
}

function Waiting({ view, plan, onChanged }: WaitingProps) {
  const [busy, setBusy] = useState(false);
  const open = async () => {
    setBusy(true);
    try {
      onChanged(await ask("openReview", { plan, review: crypto.randomUUID() }));
    } catch (error) {
      flagRefusal(error);
    }
    setBusy(false);
  };
  if (view.agenda.length === 0) {
    return (
      <div className="stack">
        <Empty title="No open risk to review">
          <p>When the plan holds risks again, the next review is due on {sayDay(view.due.day)}.</p>
        </Empty>
        <PastReviews past={view.past} />
      </div>
    );
  }
  return (
    <div className="stack">
      <section className="stack stack-tight">
        <h2>{sayDue(view)}</h2>
        <p className="subtle">
          {count(view.agenda.length, "open risk")} on the agenda, the heaviest first. Supplier and buyer have to be in
          the room for it to count.
        </p>
        <div className="row">
          <button
            type="button"
            className="button button-primary"
            disabled={busy || !view.canEdit}
            onClick={() => void open()}
          >
            {busy ? "Opening …" : "Start the review"}
          </button>
          {view.canEdit ? null : <span className="subtle">To hold it, ask for “Edit work items” in this space.</span>}
        </div>
      </section>
      <PastReviews past={view.past} />
    </div>
  );
}

function sayDue({ due }: ReviewView): string {
  if (due.overdueDays > 0)
    return `The review is ${count(due.overdueDays, "day")} overdue: it was due on ${sayDay(due.day)}`;
  return `Next review: ${sayDay(due.day)}`;
}
