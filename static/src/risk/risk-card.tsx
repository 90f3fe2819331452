import type { RiskBoardView, RiskCard } from "#contract/risks";
import { ItemLink } from "../parts/item-link";
import type { RiskChange } from "./risk-board";
import { tagNames } from "./risk-tag";
import { count } from "../parts/share";

type Tag = RiskBoardView["lanes"][number]["tag"];

interface Props {
  readonly card: RiskCard;
  readonly lane: Tag;
  readonly statuses: RiskBoardView["statuses"];
  readonly canEdit: boolean;
  readonly isBusy: boolean;
  readonly onHold: (card: RiskCard | null) => void;
  readonly onChange: (change: RiskChange) => void;
}

export function RiskCardPart({ card, lane, statuses, canEdit, isBusy, onHold, onChange }: Props) {
  return (
    <article
      className={`card${isBusy ? " card-busy" : ""}`}
      aria-busy={isBusy}
      draggable={canEdit && !isBusy}
      onDragStart={() => onHold(card)}
      onDragEnd={() => onHold(null)}
    >
      <p className="card-title">{card.title}</p>
      <p className="card-facts">
        <Exposure {...card} />
        <span className="subtle">
          {card.likelihood} × {card.impact}
          {card.inherent === null ? "" : `, ${card.inherent} without the response`}
        </span>
        {card.isStale ? <span className="tag">stale, {count(card.staleDays, "day")}</span> : null}
      </p>
      <p className="card-facts">
        <ItemLink itemKey={card.key} />
        <span className="subtle">
          {card.owner ?? "nobody yet"}
          {card.side === null ? "" : ` · ${card.side}`}
        </span>
      </p>
      {canEdit ? <Menu card={card} lane={lane} statuses={statuses} isBusy={isBusy} onChange={onChange} /> : null}
    </article>
  );
}

/** The number carries the meaning; the matrix's own word doubles the colour. */
export function Exposure({ exposure, band, weight }: Pick<RiskCard, "exposure" | "band" | "weight">) {
  return (
    <strong className={`exposure exposure-${weight}`}>
      {exposure} {band}
    </strong>
  );
}

/** The way without a mouse to what dragging does. */
function Menu({ card, lane, statuses, isBusy, onChange }: Omit<Props, "canEdit" | "onHold">) {
  const other: Tag = lane === "pre-delivery" ? "post-delivery" : "pre-delivery";
  const choose = (value: string) => {
    if (value === "retag") onChange({ tag: other, status: null });
    const status = statuses.find(({ id }) => id === value);
    if (status !== undefined) onChange({ tag: null, status });
  };
  return (
    <select
      className="card-menu"
      aria-label={`Change ${card.key}`}
      value=""
      disabled={isBusy}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">{isBusy ? "Saving …" : "Change …"}</option>
      <option value="retag">Retag as {tagNames[other].toLowerCase()}</option>
      {statuses
        .filter(({ name }) => name !== card.status)
        .map(({ id, name }) => (
          <option key={id} value={id}>
            Move to {name}
          </option>
        ))}
    </select>
  );
}
