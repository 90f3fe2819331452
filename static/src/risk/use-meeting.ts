import { useState } from "react";
import type { AgendaCard, OpenReview, ReviewView, SettledView } from "#contract/reviews";
import { ask, flagRefusal } from "../bridge";
import type { Choice } from "./decision-words";
import { sayClosed } from "./review-closed";
import type { Wanted } from "./review-decide";
import type { Side } from "./review-room";

export interface Meeting {
  readonly card: AgendaCard | undefined;
  readonly at: number;
  readonly choice: Choice | null;
  readonly busy: boolean;
  readonly decided: ReadonlyMap<string, SettledView>;
  readonly show: (place: number) => void;
  readonly choose: (choice: Choice | null) => void;
  readonly tick: (person: string, side: Side, present: boolean) => void;
  readonly decide: (card: AgendaCard, wanted: Wanted) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Held {
  readonly view: ReviewView;
  readonly review: OpenReview;
  readonly plan: string;
  readonly onChanged: (view: ReviewView) => void;
}

/** Which risk the room looks at, and everything it can do. After a decision comes the next risk without one. */
export function useMeeting({ view, review, plan, onChanged }: Held): Meeting {
  const { agenda } = view;
  const [risk, setRisk] = useState(() => (firstOpen(view) ?? agenda[0])?.risk ?? "");
  const [choice, choose] = useState<Choice | null>(null);
  const { busy, act } = useCalls(onChanged);
  const at = Math.max(
    0,
    agenda.findIndex((card) => card.risk === risk),
  );
  const decided = new Map(review.decisions.map((one) => [one.risk, one]));
  const of = { plan, review: review.id };
  return {
    card: agenda[at],
    at,
    choice,
    busy,
    decided,
    choose,
    show(place) {
      choose(null);
      setRisk(agenda[Math.min(agenda.length - 1, Math.max(0, place))]?.risk ?? risk);
    },
    tick: (person, side, present) => void act(() => ask("attendReview", { ...of, person, side, present })),
    async decide(card, wanted) {
      const over = decided.get(card.risk)?.stands.id ?? null;
      const id = crypto.randomUUID();
      const next = await act(() => ask("decideRisk", { ...of, id, risk: card.risk, over, ...wanted }));
      if (next === null) return;
      choose(null);
      setRisk(firstOpen(next)?.risk ?? card.risk);
    },
    async close() {
      const next = await act(() => ask("closeReview", of));
      if (next !== null) sayClosed(next);
    },
  };
}

function firstOpen({ agenda, open }: ReviewView): AgendaCard | undefined {
  const taken = new Set(open?.decisions.map(({ risk }) => risk));
  return agenda.find(({ risk }) => !taken.has(risk));
}

type Act = (run: () => Promise<ReviewView>) => Promise<ReviewView | null>;

function useCalls(onChanged: (view: ReviewView) => void): { readonly busy: boolean; readonly act: Act } {
  const [busy, setBusy] = useState(false);
  return {
    busy,
    async act(run) {
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
    },
  };
}
