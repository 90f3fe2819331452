import { useState } from "react";
import type { PlanMark } from "#contract/plan-page";
import { spellInstant } from "#domain/calendar/zone";
import type { Plan } from "#domain/plan/plan";
import { lastDay, seenNetwork } from "#domain/schedule/plan-dates";
import { slipImpact } from "#domain/schedule/slip";
import { sayDay } from "../parts/day";
import { count } from "../parts/share";
import { brokenDates } from "./broken-dates";
import type { BrokenDate } from "./broken-dates";
import type { Rows, StepRow } from "./step-row";
import { lyingOf } from "./what-if";

interface Props {
  readonly row: StepRow;
  readonly plan: Plan;
  readonly rows: Rows;
  readonly marks: readonly PlanMark[];
}

interface Answer {
  readonly moved: readonly { readonly id: string; readonly finish: string }[];
  readonly planDays: number;
  readonly breaks: readonly BrokenDate[];
}

/** "What if this step is two days late?" */
export function SlipQuestion(props: Props) {
  const [days, setDays] = useState(2);
  const answer = answerOf(props, days);
  return (
    <section className="stack stack-tight" aria-live="polite">
      <label className="row">
        <h4>If it starts later by</h4>
        <input
          type="number"
          min={1}
          max={250}
          value={days}
          onChange={({ target }) => setDays(Math.min(250, Math.max(1, Math.round(Number(target.value) || 1))))}
        />
        <span>working {days === 1 ? "day" : "days"}</span>
      </label>
      {answer === null ? <p className="subtle">The plan cannot be dated.</p> : <Impact answer={answer} {...props} />}
    </section>
  );
}

const mostListed = 6;

function Impact({ answer, row, rows }: Props & { readonly answer: Answer }) {
  const others = answer.moved.filter(({ id }) => id !== row.item);
  const titles = new Map(rows.rows.map(({ item, title }) => [item, title]));
  return (
    <ul className="slip">
      <li>
        <strong>
          {answer.planDays > 0 ? `The plan ends ${days(answer.planDays)} later.` : "The end of the plan holds."}
        </strong>
      </li>
      {others.length === 0 ? <li>No other step ends later.</li> : null}
      {others.slice(0, mostListed).map(({ id, finish }) => (
        <li key={id}>
          {titles.get(id)} would end {sayDay(finish)}
        </li>
      ))}
      {others.length > mostListed ? (
        <li className="subtle">and {count(others.length - mostListed, "more step")}</li>
      ) : null}
      {answer.breaks.map(({ text }) => (
        <li key={text} className="move-break">
          <strong>Breaks a date:</strong> {text}.
        </li>
      ))}
    </ul>
  );
}

function days(amount: number): string {
  return `${String(amount)} working ${amount === 1 ? "day" : "days"}`;
}

function answerOf({ row, plan, rows, marks }: Props, late: number): Answer | null {
  const { calendar, dates, now } = rows;
  const slip = slipImpact(seenNetwork(plan, now), row.item, { work: late * calendar.dayMinutes, elapsed: 0 });
  if (slip.kind !== "slip") return null;
  const moved = slip.moved.map(({ id, after }) => {
    const finish = spellInstant(after, plan.zone);
    return { id, finish: lastDay({ start: dates.of(id)?.start ?? "", finish }) };
  });
  const ends = new Map(moved.map(({ id, finish }) => [id, finish]));
  const before = (id: string) => {
    const item = dates.of(id);
    return item === null ? null : { ...lyingOf(item), start: null };
  };
  const after = (id: string) => {
    const finish = ends.get(id);
    return finish === undefined ? before(id) : { start: null, finish };
  };
  return {
    moved,
    planDays: Math.round((slip.planMinutes / calendar.dayMinutes) * 10) / 10,
    breaks: brokenDates({ plan, marks, before, after }),
  };
}
