import type { SnapshotView } from "#contract/adoption";
import { sayReason } from "../parts/reason";
import { Verdict } from "../parts/verdict";

/** Each metric in one sentence, with its colour, how many people it rests on, and why it is red. */
export function AdoptionMetrics({ view }: { readonly view: SnapshotView }) {
  return (
    <section className="stack">
      <p className="subtle">{sayAge(view)}</p>
      <div className="gates">
        {view.metrics.map(({ metric, title, verdict, sentence, n }) => {
          const reason = sayReason(verdict);
          return (
            <article key={metric} className="tile stack stack-tight">
              <h2>{title}</h2>
              <Verdict verdict={verdict} />
              <p>{sentence}</p>
              <p className="faint">
                n = {n.toLocaleString("en")}
                {reason === null ? "" : ` · ${reason}`}
              </p>
            </article>
          );
        })}
      </div>
    </section>
  );
}

function sayAge({ cut, ageHours, plan }: SnapshotView): string {
  const when =
    cut === null
      ? "never"
      : new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: plan.zone }).format(
          new Date(cut),
        );
  const age =
    ageHours === null
      ? ""
      : ageHours < 48
        ? `, ${String(Math.round(ageHours))} h ago`
        : `, ${String(Math.round(ageHours / 24))} days ago`;
  return `Everything reported up to ${when} (${plan.zone})${age}.`;
}
