import type { GadgetView, MetricView } from "#contract/adoption";
import { Spark } from "../charts/spark";
import { WeekBars } from "../charts/week-bars";
import { sayAge } from "../parts/day";
import { sayReason } from "../parts/reason";
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
        <p className="card-sentence">{card.sentence}</p>
        {foot === "" ? null : <p className="card-foot">{foot}</p>}
      </div>
      {card.metric === "ttft" ? (
        <>
          <Spark shares={view.spark} label={`${card.title}: share of people by day`} />
          {view.naive === null ? null : <p className="faint">{view.naive}</p>}
        </>
      ) : null}
      {card.metric === "hdr" ? <WeekBars weeks={view.weeks} /> : null}
    </article>
  );
}

function footOf(card: MetricView, ageHours: number | null): string {
  if (card.metric === "gate") return "";
  const parts = [
    card.n === 0 ? null : `n = ${card.n.toLocaleString("en")}`,
    sayAge(ageHours),
    sayReason(card.verdict),
    card.caution,
  ];
  return parts.filter((part) => part !== null).join(" · ");
}
