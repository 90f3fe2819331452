import type { AgendaCard } from "#contract/reviews";
import { Exposure } from "./risk-card";

interface Props {
  readonly agenda: readonly AgendaCard[];
  readonly at: number;
  readonly decided: ReadonlySet<string>;
  readonly onShow: (place: number) => void;
}

/** The whole meeting at a glance: where the room is, what is behind it, and what still weighs. */
export function ReviewAgenda({ agenda, at, decided, onShow }: Props) {
  return (
    <nav className="review-agenda" aria-label="Agenda">
      <ol>
        {agenda.map((card, place) => (
          <li key={card.risk}>
            <button type="button" aria-current={place === at ? "step" : undefined} onClick={() => onShow(place)}>
              <Exposure {...card} />
              <span className="review-agenda-title">{card.title}</span>
              <span className="subtle">{sayState(card, decided.has(card.risk))}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function sayState({ isStale, staleDays, isNew }: AgendaCard, isDecided: boolean): string {
  if (isDecided) return "✓ decided";
  return [isStale ? `stale, ${staleDays} d` : "", isNew ? "new" : ""].filter(Boolean).join(" · ");
}
