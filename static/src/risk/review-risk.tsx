import type { ReactNode } from "react";
import type { AgendaCard, SettledView } from "#contract/reviews";
import { sayDay, sayInstant } from "../parts/day";
import { ItemLink } from "../parts/item-link";
import { count } from "../parts/share";
import { Exposure } from "./risk-card";
import { RiskTag } from "./risk-tag";

interface Props {
  readonly card: AgendaCard;
  readonly settled: SettledView | null;
  readonly children: ReactNode;
}

/** One risk, large enough for the far end of the room: what it is, what is done about it, what was decided. */
export function ReviewRisk({ card, settled, children }: Props) {
  return (
    <article className="review-risk" aria-label={card.title}>
      <p className="row">
        <Exposure {...card} />
        <span className="subtle">
          {card.likelihood} × {card.impact}
        </span>
        <RiskTag tag={card.tag} />
        {card.isNew ? <span className="tag">new</span> : null}
        {card.isStale ? <span className="tag">stale, {count(card.staleDays, "day")}</span> : null}
        <ItemLink itemKey={card.key} />
        <span className="tag">{card.status}</span>
      </p>
      <h2 className="review-title">{card.title}</h2>
      {card.description === "" ? null : <p className="review-text">{card.description}</p>}
      <dl className="review-facts">
        <Fact name="Response">{card.response === "" ? "none written down" : card.response}</Fact>
        <Fact name="Owner">
          {card.owner ?? "nobody yet"}
          {card.side === null ? "" : `, ${card.side}`}
          {card.due === null ? "" : `, by ${sayDay(card.due)}`}
        </Fact>
        {card.proximity === null ? null : <Fact name="May strike">from {sayDay(card.proximity)}</Fact>}
        <Fact name="Threatens">{card.threatens.length === 0 ? "no step" : card.threatens.join("; ")}</Fact>
      </dl>
      {settled === null ? null : <Settled settled={settled} />}
      {children}
      <History moments={card.history} />
    </article>
  );
}

function History({ moments }: { readonly moments: AgendaCard["history"] }) {
  if (moments.length === 0) return null;
  return (
    <ul className="review-history" aria-label="What happened before">
      {moments.map(({ at, said }) => (
        <li key={`${at} ${said}`}>
          <span className="subtle">{sayInstant(at)}</span> {said}
        </li>
      ))}
    </ul>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Settled({ settled: { stands, overruled, isContested } }: { readonly settled: SettledView }) {
  return (
    <div className={isContested ? "note note-refused" : "note"} role="status">
      <p className="note-mend">
        {isContested ? "Decided twice without sight of each other. Stands: " : "Decided: "}
        {stands.said}
        {stands.note === "" ? "" : ` (${stands.note})`}
      </p>
      <p className="subtle">
        {stands.by}, {sayInstant(stands.at)}
      </p>
      {overruled.map((one) => (
        <p key={one.id} className="subtle">
          Before: {one.said}, {one.by}, {sayInstant(one.at)}
        </p>
      ))}
    </div>
  );
}
