import type { Finding } from "#domain/plan/finding";
import type { PlanDates } from "#domain/schedule/plan-dates";
import { sayDay } from "../parts/day";

/** Days that the plan names and that cannot be kept: the step lies later, and whoever counts on the day must see it. */
export function pushedFindings({ report }: Pick<PlanDates, "report">): readonly Finding[] {
  return report.conflicts
    .filter(({ kind }) => kind === "later-than-planned")
    .map(({ id, wanted, possible }): Finding => ({
      rule: "later-than-planned",
      level: "warning",
      item: id,
      field: "start",
      message: `Planned for ${sayDay(wanted.slice(0, 10))}, and cannot start before ${sayDay(possible.slice(0, 10))}.`,
      mend: "Move the day, or shorten what it waits for.",
    }));
}
