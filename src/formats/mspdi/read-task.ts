import { isDay } from "#domain/calendar/day";
import type { Length, ProjectLink, ProjectTask } from "./project";
import { unitOf } from "./project";
import type { Element } from "./xml-tree";
import { childrenOf, numberOf, textOf } from "./xml-tree";

/** What stands about a task elsewhere in the file. */
export type KnownOfTask = Pick<ProjectTask, "uid" | "parent" | "id" | "owner" | "needs">;

export function taskOf(element: Element, known: KnownOfTask): ProjectTask {
  const manual = numberOf(element, "Manual") === 1;
  const name = (textOf(element, "Name") ?? "").trim();
  return {
    ...known,
    title: name === "" ? known.id : (textOf(element, "Name") ?? known.id),
    notes: textOf(element, "Notes") ?? "",
    summary: numberOf(element, "Summary") === 1,
    duration: durationOf(element, manual),
    hasCutSpan: durationOf(element, manual) === null && (textOf(element, "Duration") ?? "").trim() !== "",
    constraint: { type: numberOf(element, "ConstraintType") ?? 0, on: momentOf(element, "ConstraintDate") },
    manualStart: manual ? (momentOf(element, "ManualStart") ?? momentOf(element, "Start")) : null,
    deadline: momentOf(element, "Deadline"),
    scheduled: { start: momentOf(element, "Start"), finish: momentOf(element, "Finish") },
    percentComplete: numberOf(element, "PercentComplete") ?? 0,
    ...baselinesOf(element),
    calendar: calendarOf(element),
    actualStart: momentOf(element, "ActualStart"),
    actualFinish: momentOf(element, "ActualFinish"),
    remaining: minutesOf(textOf(element, "RemainingDuration")),
    links: childrenOf(element, "PredecessorLink").flatMap(linkOf),
  };
}

/** Number 0 is the one people mean; up to ten more are kept beside it. */
function baselinesOf(element: Element): Pick<ProjectTask, "baseline" | "hasBaselines"> {
  const all = childrenOf(element, "Baseline");
  const first = all.find((one) => (numberOf(one, "Number") ?? 0) === 0);
  const baseline = first === undefined ? null : { start: momentOf(first, "Start"), finish: momentOf(first, "Finish") };
  return { baseline, hasBaselines: all.length > (first === undefined ? 0 : 1) };
}

function calendarOf(element: Element): string | null {
  const uid = textOf(element, "CalendarUID")?.trim() ?? "-1";
  return uid === "-1" || uid === "" ? null : uid;
}

function durationOf(task: Element, manual: boolean): Length | null {
  const said = (manual ? textOf(task, "ManualDuration") : null) ?? textOf(task, "Duration");
  const minutes = minutesOf(said);
  if (minutes !== null) return { amount: minutes, ...unitOf(numberOf(task, "DurationFormat")) };
  return numberOf(task, "Milestone") === 1 ? { amount: 0, unit: "d", elapsed: false } : null;
}

/** `PT16H30M0S`: hours and minutes of work, or of the clock where the format says elapsed. */
export function minutesOf(text: string | null): number | null {
  const said = text?.trim() ?? "";
  const parts = /^P(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(
    said,
  );
  if (!parts || said.length > 60) return null;
  const [, days = "0", hours = "0", minutes = "0", seconds = "0"] = parts;
  return Math.round(Number(days) * 1440 + Number(hours) * 60 + Number(minutes) + Number(seconds) / 60);
}

const linkTypes = ["FF", "FS", "SF", "SS"] as const;

function linkOf(element: Element): readonly ProjectLink[] {
  const uid = textOf(element, "PredecessorUID")?.trim();
  if (!uid || numberOf(element, "CrossProject") === 1) return [];
  const { unit, elapsed } = unitOf(numberOf(element, "LagFormat"));
  const lag = numberOf(element, "LinkLag") ?? 0;
  // Lag is kept in tenths of a minute, and in whole percent where it is a part of the predecessor.
  const amount = unit === "%" ? lag : lag / 10;
  return [{ uid, type: linkTypes[numberOf(element, "Type") ?? 1] ?? "FS", lag: { amount, unit, elapsed } }];
}

/** `2026-03-02T08:00`; null for none, and for the far past with which old versions say none. */
export function momentOf(element: Element, name: string): string | null {
  const text = textOf(element, name)?.trim() ?? "";
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(text);
  const day = parts?.[1] ?? "";
  return isDay(day) && day > "1984-01-01" ? `${day}T${parts?.[2]}` : null;
}
