import { useState } from "react";
import type { ReactNode } from "react";
import type { RiskBoardView, RiskCard } from "#contract/risks";
import { RiskCardPart } from "./risk-card";
import { tagNames } from "./risk-tag";

type Lane = RiskBoardView["lanes"][number];
type Status = RiskBoardView["statuses"][number];

/** What a drop or a choice in the menu asks for; null leaves it as it is. */
export interface RiskChange {
  readonly tag: Lane["tag"] | null;
  readonly status: Status | null;
}

interface Props {
  readonly board: RiskBoardView;
  /** Key of the card that is being written. */
  readonly busy: string | null;
  readonly onChange: (card: RiskCard, change: RiskChange) => void;
}

/** Two lanes by tag, a column a status. A card dropped into another lane is retagged, into another column moved. */
export function RiskBoard({ board, busy, onChange }: Props) {
  const [held, setHeld] = useState<RiskCard | null>(null);
  const drop = (tag: Lane["tag"], status: Status) => {
    if (held === null) return;
    const lane = board.lanes.find(({ cards }) => cards.some(({ key }) => key === held.key));
    const change = { tag: lane?.tag === tag ? null : tag, status: held.status === status.name ? null : status };
    setHeld(null);
    if (change.tag !== null || change.status !== null) onChange(held, change);
  };
  return (
    <div className="lanes">
      {board.lanes.map((lane) => (
        <section key={lane.tag} className="lane" aria-label={`${tagNames[lane.tag]} risks`}>
          <h2 className="lane-title">
            {tagNames[lane.tag]} <span className="subtle">{lane.cards.length}</span>
          </h2>
          <div
            className="lane-columns"
            style={{ gridTemplateColumns: `repeat(${board.statuses.length}, minmax(200px, 1fr))` }}
          >
            {board.statuses.map((status) => (
              <Column
                key={status.id}
                status={status}
                cards={lane.cards.filter((card) => card.status === status.name)}
                isTarget={held !== null}
                onDrop={() => drop(lane.tag, status)}
              >
                {(card) => (
                  <RiskCardPart
                    card={card}
                    lane={lane.tag}
                    statuses={board.statuses}
                    canEdit={board.canEdit}
                    isBusy={busy === card.key}
                    onHold={setHeld}
                    onChange={(change) => onChange(card, change)}
                  />
                )}
              </Column>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

interface ColumnProps {
  readonly status: Status;
  readonly cards: readonly RiskCard[];
  readonly isTarget: boolean;
  readonly onDrop: () => void;
  readonly children: (card: RiskCard) => ReactNode;
}

function Column({ status, cards, isTarget, onDrop, children }: ColumnProps) {
  return (
    <div
      className={`lane-column${isTarget ? " lane-target" : ""}`}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
    >
      <h3 className="lane-status">
        {status.name} <span className="subtle">{cards.length}</span>
      </h3>
      <ul className="lane-cards">
        {cards.map((card) => (
          <li key={card.key}>{children(card)}</li>
        ))}
      </ul>
    </div>
  );
}
