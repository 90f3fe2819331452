import type { Plan } from "#domain/plan/plan";
import { runsOf } from "#domain/rollback/run";
import type { LoggingOutside } from "../log";
import type { LivePlan } from "../plan/live-plan";
import { readLog } from "./read-log";

/** The plan with what its rehearsals and rollbacks have taught, so that the next plan begins where this one has got to. */
export async function withLessons({ plan, mapping }: LivePlan, { log }: LoggingOutside): Promise<Plan> {
  const { runs, lessons } = await readLog(log, { space: mapping.space.id, plan: plan.id });
  const of = new Map(runsOf(runs).map(({ run, rollback }) => [run, rollback]));
  const rollbacks = plan.rollbacks.map((rollback) => {
    const own = lessons.filter(({ run }) => of.get(run) === rollback.id).toSorted((a, b) => a.at - b.at);
    return { ...rollback, lessons: [...new Set([...rollback.lessons, ...own.map(({ text }) => text)])] };
  });
  return { ...plan, rollbacks };
}
