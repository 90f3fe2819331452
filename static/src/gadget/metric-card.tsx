import type { MetricView } from "#contract/adoption";
import { Spark } from "../charts/spark";
import { sayReason } from "../parts/reason";
import { Verdict } from "../parts/verdict";

interface Props {
  readonly card: MetricView;
  readonly spark: readonly number[];
  readonly naive: string | null;
}

/** One number that stands alone: colour, sentence, how many people it rests on, and why it is red. */
export function MetricCard({ card, spark, naive }: Props) {
  const foot = card.metric.startsWith("gate") ? "" : footOf(card);
  return (
    <article className="card">
      <div className="card-say">
        <h3 className="card-title">{card.title}</h3>
        <Verdict verdict={card.verdict} />
        <p className="card-sentence">{card.sentence}</p>
        {foot === "" ? null : <p className="card-foot">{foot}</p>}
      </div>
      {card.metric.startsWith("ttft") ? (
        <>
          <Spark shares={spark} label={`${card.title}: share of people by day`} />
          {naive === null ? null : <p className="faint">{naive}</p>}
        </>
      ) : null}
    </article>
  );
}

function footOf(card: MetricView): string {
  const reason = sayReason(card.verdict);
  return [`n = ${card.n.toLocaleString("en")}`, ...(reason === null ? [] : [reason])].join(" · ");
}
