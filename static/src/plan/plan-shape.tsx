import { effortOf } from "#domain/plan/effort";
import type { Plan } from "#domain/plan/plan";
import { sayDay } from "../parts/day";
import { count, sayShare } from "../parts/share";
import type { Rows } from "../timeline/step-row";

/** The plan in one line: from when to when, how far, and how the work is divided (M82). */
export function PlanShape({ plan, rows }: { readonly plan: Plan; readonly rows: Rows }) {
  const { start, finish } = rows.dates.report;
  if (start === null || finish === null) return null;
  const work = rows.rows.filter(({ isGroup }) => !isGroup);
  const late = work.filter(({ isLate }) => isLate).length;
  const facts = [
    `${sayDay(start.slice(0, 10))} to ${sayDay(finish.slice(0, 10))}`,
    `${work.filter(({ done }) => done).length.toLocaleString("en")} of ${count(work.length, "step")} done`,
    ...(late === 0 ? [] : [`${late.toLocaleString("en")} late`]),
    ...sayEffort(plan),
  ];
  return <p className="subtle plan-shape">{facts.join(" · ")}</p>;
}

function sayEffort(plan: Plan): readonly string[] {
  const { preparation, execution, unsaid } = effortOf(plan);
  const known = preparation + execution;
  if (known === 0) return [];
  const words = `${sayShare(preparation / known)} preparation, ${sayShare(execution / known)} technical work`;
  return [unsaid === 0 ? words : `${words} (where a stream is named)`];
}
