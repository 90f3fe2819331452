import type { MetricView } from "#contract/adoption";
import type { GadgetView } from "#contract/gadget";
import { Spark } from "../charts/spark";
import { WeekBars } from "../charts/week-bars";
import { flagRefusal, openTab } from "../bridge";
import { sayAge } from "#domain/calendar/say-age";
import { sayReason } from "#domain/adoption/say-reason";
import { easierOf } from "./easier-of";
import { sayCount } from "#domain/adoption/say-count";
import { Verdict } from "../parts/verdict";

interface Props {
  readonly card: MetricView;
  readonly view: GadgetView;
}

/** One number that stands alone: colour, sentence, how many people it rests on, how old it is, and why it is red. */
export function MetricCard({ card, view }: Props) {
  const foot = footOf(card, view.ageHours);
  return (
    <article className="card">
      <div className="card-say">
        <h3 className="card-title">{card.title}</h3>
        <Verdict verdict={card.verdict} />
        <p className="card-sentence">{keptTogether(card.sentence)}</p>
        {foot === "" ? null : <p className="card-foot">{foot}</p>}
        {easierOf(card, view).map((sentence) => (
          <p key={sentence} className="card-foot card-easier">
            {sentence}
          </p>
        ))}
      </div>
      {card.metric === "ttft" ? (
        <>
          <Spark shares={view.spark} band={view.band} label={`${card.title}: share of people by day`} />
          <Waiting waiting={view.waiting} />
          {view.naive === null ? null : <p className="faint">{view.naive}</p>}
        </>
      ) : null}
      {card.metric === "hdr" ? <WeekBars weeks={view.weeks} /> : null}
      {card.metric === "gate" ? (
        <button type="button" className="link card-why" onClick={() => openPage(view, "gates")}>
          {view.gate.open ? "Every line, and the vote" : "What is missing, and who can mend it"}
        </button>
      ) : null}
    </article>
  );
}

/** A number and its sign stay on one line. */
function keptTogether(sentence: string): string {
  return sentence.replaceAll(" %", "\u00a0%");
}

function openPage({ spaceKey, plan }: GadgetView, tab: string): void {
  void openTab({ spaceKey, tab, plan }).catch(flagRefusal);
}

/** Under the axis: the first day, the middle and the last. */
function Waiting({ waiting }: Pick<GadgetView, "waiting">) {
  const last = waiting.length - 1;
  if (last < 2) return null;
  return (
    <p className="spark-waiting faint">
      {[0, Math.floor(last / 2), last].map((day) => (
        <span key={day}>
          day {day}: {(waiting[day] ?? 0).toLocaleString("en")} waiting
        </span>
      ))}
    </p>
  );
}

function footOf(card: MetricView, ageHours: number | null): string {
  if (card.metric === "gate") return "";
  const parts = [sayCount(card), sayAge(ageHours), sayReason(card.verdict), card.caution];
  return parts.filter((part) => part !== null).join(" · ");
}
