import type { DriftView } from "#contract/drift";
import { sayLocalDay, sayLocalTime } from "../parts/day";
import { count } from "../parts/share";

const dayMs = 86_400_000;

/** `3 differences since Tuesday`: the weekday within a week, the date beyond. */
export function sayDrift({ rows, newcomers, since, checkedAt }: DriftView): string {
  if (checkedAt === null) return "Not looked at yet";
  const parts = [
    ...(rows.length > 0 ? [count(rows.length, "difference")] : []),
    ...(newcomers.length > 0 ? [`${count(newcomers.length, "work item")} the plan does not know`] : []),
  ];
  if (parts.length === 0) return "Plan and Jira agree";
  return `${parts.join(", ")}${since === null ? "" : ` since ${saySince(since, checkedAt)}`}`;
}

function saySince(since: number, now: number): string {
  const then = new Date(since);
  if (then.toDateString() === new Date(now).toDateString()) return sayLocalTime(then);
  return now - since < 6 * dayMs ? then.toLocaleDateString("en", { weekday: "long" }) : sayLocalDay(then);
}
