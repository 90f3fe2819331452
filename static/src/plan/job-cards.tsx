import { useState } from "react";
import type { Plan } from "#domain/plan/plan";
import { count } from "../parts/share";
import type { StepRow } from "../timeline/step-row";
import { jobCard } from "./job-card";
import type { JobCard } from "./job-card";

interface Props {
  readonly plan: Plan;
  /** Those that the search leaves. */
  readonly rows: readonly StepRow[];
  readonly onClose: () => void;
}

/** Cards of A5 on two sides, for the steps one chooses: what to do on the front, what to do when it fails on the back. */
export function JobCards({ plan, rows, onClose }: Props) {
  const work = rows.filter(({ isGroup }) => !isGroup);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(work.slice(0, 1).map(({ item }) => item)));
  const [phone, setPhone] = useState("");
  const cards = work
    .filter(({ item }) => chosen.has(item))
    .map(({ step }) => ({ id: step.id, card: jobCard(step, plan) }));
  return (
    <section className="cards-screen" aria-label="Job cards">
      <div className="cards-choice">
        <div className="row row-apart">
          <h3>Job cards</h3>
          <button type="button" className="button" onClick={onClose}>
            Back to the steps
          </button>
        </div>
        <label className="stack stack-tight">
          <span>Phone to call, in bold on the back</span>
          <input
            type="text"
            value={phone}
            placeholder="+49 30 1234 567"
            onChange={({ target }) => setPhone(target.value)}
          />
        </label>
        <Choice work={work} chosen={chosen} onChoose={setChosen} />
        <button
          type="button"
          className="button button-primary"
          disabled={cards.length === 0}
          onClick={() => window.print()}
        >
          Print {count(cards.length, "card")}
        </button>
        <p className="faint">
          A5, two sides, flipped on the long edge. Lines such as “E104: call the desk” in a step's description become
          its error codes.
        </p>
      </div>
      <div className="cards">
        {cards.length === 0 ? <p className="subtle">Choose the steps that need a card.</p> : null}
        {cards.map(({ id, card }) => (
          <Card key={id} card={card} phone={phone.trim()} />
        ))}
      </div>
    </section>
  );
}

interface ChoiceProps {
  readonly work: readonly StepRow[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

function Choice({ work, chosen, onChoose }: ChoiceProps) {
  const toggle = (item: string) =>
    onChoose(chosen.has(item) ? new Set([...chosen].filter((one) => one !== item)) : new Set([...chosen, item]));
  return (
    <>
      <div className="row">
        <button type="button" className="link" onClick={() => onChoose(new Set(work.map(({ item }) => item)))}>
          All {work.length}
        </button>
        <button type="button" className="link" onClick={() => onChoose(new Set())}>
          None
        </button>
      </div>
      <ul className="cards-list">
        {work.map(({ item, title }) => (
          <li key={item}>
            <label>
              <input type="checkbox" checked={chosen.has(item)} onChange={() => toggle(item)} /> {title}
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}

interface CardProps {
  readonly card: JobCard;
  readonly phone: string;
}

function Card({ card, phone }: CardProps) {
  return (
    <>
      {card.size === "too-long" ? (
        <p className="note note-refused cards-warning" role="alert">
          “{card.title}” says more than a card holds. Shorten its description; what does not fit is cut off.
        </p>
      ) : null}
      <article className={`card-face card-${card.size}`} aria-label={`${card.title}, front`}>
        <p className="card-where">{card.where}</p>
        <h3>{card.title}</h3>
        {card.actions.length === 0 ? <p className="missing">Nobody has written down how.</p> : null}
        <ol>
          {card.actions.map((action) => (
            <li key={action}>{action}</li>
          ))}
        </ol>
        {card.done.length === 0 ? null : (
          <>
            <h4>Done when</h4>
            <ul>
              {card.done.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </>
        )}
      </article>
      <Back card={card} phone={phone} />
    </>
  );
}

function Back({ card, phone }: CardProps) {
  return (
    <article className={`card-face card-${card.size}`} aria-label={`${card.title}, back`}>
      <p className="card-where">{card.title}</p>
      <h3>If it does not work</h3>
      {card.codes.length === 0 ? (
        <div className="card-blank">
          <p className="faint">Error codes, by hand:</p>
        </div>
      ) : (
        <dl className="card-codes">
          {card.codes.map(({ code, answer }) => (
            <div key={code}>
              <dt>{code}</dt>
              <dd>{answer}</dd>
            </div>
          ))}
        </dl>
      )}
      {card.fallback.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className="card-phone">
        Call <strong>{phone === "" ? "____________________" : phone}</strong>
      </p>
    </article>
  );
}
