import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import type { PlanMark } from "#contract/plan-page";
import type { Plan } from "#domain/plan/plan";
import { sayDay } from "../parts/day";
import { Findings } from "../parts/findings";
import { ItemLink } from "../parts/item-link";
import { neighboursOf, sayMayStart } from "./neighbours";
import type { Neighbour } from "./neighbours";
import { sayDates, sayLater, sayStatus } from "./say-step";
import { SlipQuestion } from "./slip-question";
import type { Rows, StepRow } from "./step-row";

interface Props {
  readonly row: StepRow;
  readonly plan: Plan;
  readonly rows: Rows;
  readonly marks: readonly PlanMark[];
  readonly onGo: (item: string) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** One step among its neighbours: what it waits for, what waits for it, and what a delay would do. */
export function StepDetail({ row, plan, rows, marks, onGo, onClose, children }: Props) {
  const around = neighboursOf(row, rows.rows);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const isFree = around.before.every(({ holds }) => !holds);
  return (
    <section ref={place} className="step-detail" aria-label={`Dependencies of ${row.title}`}>
      <header className="row row-apart">
        <h3>
          {row.title} {row.key === null ? null : <ItemLink itemKey={row.key} />}
        </h3>
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
      </header>
      <p className={row.done || isFree ? "say say-good" : "say say-wait"}>{sayMayStart(row, around)}</p>
      <div className="neighbours">
        <Side title="It waits for" steps={around.before} none="Nothing: it may be first." onGo={onGo} marks="before" />
        <div className="neighbour neighbour-here">
          <strong>{row.title}</strong>
          <Facts row={row} />
        </div>
        <Side title="Waiting for it" steps={around.after} none="Nothing waits for it." onGo={onGo} marks="after" />
      </div>
      <div className="detail-below">
        {row.done || row.isGroup ? null : <SlipQuestion row={row} plan={plan} rows={rows} marks={marks} />}
        {children}
        <Found row={row} />
      </div>
    </section>
  );
}

function Facts({ row }: { readonly row: StepRow }) {
  const lines: readonly ReactNode[] = [
    sayDates(row),
    `${sayStatus(row)} · ${row.owner ?? "nobody owns it"}`,
    ...(row.slackDays === null || row.done ? [] : [saySlack(row)]),
    ...(row.base === null ? [] : [sayLater(row.base.laterDays)]),
  ];
  return (
    <>
      {lines.map((line, at) => (
        <span key={at}>{line}</span>
      ))}
    </>
  );
}

function saySlack({ slackDays, critical }: StepRow): string {
  if (critical) return "Critical: a day lost here is a day lost at the end";
  return `${String(slackDays)} working ${slackDays === 1 ? "day" : "days"} of slack`;
}

interface SideProps {
  readonly title: string;
  readonly steps: readonly Neighbour[];
  readonly none: string;
  readonly marks: "before" | "after";
  readonly onGo: (item: string) => void;
}

function Side({ title, steps, none, marks, onGo }: SideProps) {
  return (
    <section className={`neighbour-side neighbour-${marks}`}>
      <h4>{title}</h4>
      {steps.length === 0 ? <p className="subtle">{none}</p> : null}
      <ul>
        {steps.map(({ row, words, holds }) => (
          <li key={`${row.item} ${words}`}>
            <button type="button" className="neighbour" onClick={() => onGo(row.item)}>
              <strong>{row.title}</strong>
              <span>
                {sayStatus(row)}
                {marks === "before" && !row.done ? ` · ${holds ? "holds it back" : "does not hold it back"}` : ""}
              </span>
              <span className="faint">
                {words}
                {row.finishDay === null ? "" : ` · ends ${sayDay(row.finishDay)}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Found({ row: { findings } }: { readonly row: StepRow }) {
  if (findings.length === 0) return null;
  return (
    <section className="stack stack-tight">
      <h4>What is weak about it</h4>
      <Findings findings={findings.map((finding) => ({ ...finding, line: null }))} />
    </section>
  );
}
