import { findDuration, findLag, spanOf } from "#domain/calendar/duration";
import type { Dependency, Plan, Step } from "#domain/plan/plan";
import { stepDay } from "#domain/plan/step-day";
import type { TaskDates } from "./plan-dates";
import type { Unit } from "./project";
import { formatNumber } from "./project";
import { idField } from "./read-project";
import { baselineXml, dateXml, deadlineXml, isByHand, pinnedXml, progressXml } from "./timing-xml";
import { element, raw } from "./xml-text";

export interface Outlined {
  readonly step: Step;
  /** `2.1`: the first below the second. */
  readonly number: string;
  readonly summary: boolean;
}

export interface Lengths {
  readonly dayMinutes: number;
  readonly weekMinutes: number;
}

export interface Writing {
  readonly plan: Plan;
  readonly uids: ReadonlyMap<string, string>;
  readonly lengths: Lengths;
  readonly dates: ReadonlyMap<string, TaskDates>;
  /** UIDs of the calendars that steps name. */
  readonly calendars: ReadonlyMap<string, string>;
}

const linkNumbers = { FF: 0, FS: 1, SF: 2, SS: 3 } as const;

/** No duration is written for a step that has none: MS Project then shows its own estimate of one day. */
export function taskXml({ step, number, summary }: Outlined, at: number, writing: Writing): string {
  const { plan, uids, lengths, dates } = writing;
  const day = step.start ?? stepDay(plan, step);
  const minutes = step.duration === null ? 0 : minutesOf(step.duration, lengths);
  const dated = dates.get(step.id);
  const isTimed = step.duration !== null && !summary;
  const byHand = !summary && isByHand(step, day);
  const pinned = pinnedXml(step, day);
  const cells = [
    element("UID", uids.get(step.id) ?? ""),
    element("ID", String(at + 1)),
    element("Name", step.title),
    element("Active", "1"),
    element("Manual", byHand ? "1" : "0"),
    element("Type", "1"),
    element("IsNull", "0"),
    element("OutlineNumber", number),
    element("OutlineLevel", String(number.split(".").length)),
    dated === undefined ? "" : element("Start", dated.start) + element("Finish", dated.finish),
    isTimed ? element("Duration", spell(minutes)) : "",
    byHand && day !== null ? dateXml("ManualStart", day) : "",
    byHand && isTimed ? element("ManualDuration", spell(minutes)) : "",
    isTimed ? element("DurationFormat", String(formatOf(step.duration))) : "",
    element("EffortDriven", "0"),
    element("Estimated", step.duration === null ? "1" : "0"),
    element("Milestone", step.duration !== null && minutes === 0 ? "1" : "0"),
    element("Summary", summary ? "1" : "0"),
    progressXml(summary ? { ...step, progress: null } : step, (words) => spell(minutesOf(words, lengths))),
    element("ConstraintType", String(byHand ? 0 : pinned.type)),
    element("CalendarUID", (summary ? undefined : writing.calendars.get(step.calendar ?? "")) ?? "-1"),
    byHand ? "" : pinned.date,
    deadlineXml(step),
    step.description === "" ? "" : element("Notes", step.description),
    ...step.after.map((dependency) => linkXml(dependency, uids, lengths)),
    raw("ExtendedAttribute", element("FieldID", idField) + element("Value", step.id)),
    baselineXml(step),
  ];
  return raw("Task", cells.join(""));
}

function linkXml({ step, type, lag }: Dependency, uids: ReadonlyMap<string, string>, lengths: Lengths): string {
  const uid = uids.get(step);
  if (uid === undefined) return "";
  const found = findLag(lag);
  const amount = found?.kind === "percent" ? found.percent : minutesOf(lag, lengths) * 10;
  const format = found?.kind === "percent" ? 19 : formatOf(lag);
  return raw(
    "PredecessorLink",
    element("PredecessorUID", uid) +
      element("Type", String(linkNumbers[type])) +
      element("CrossProject", "0") +
      element("LinkLag", String(Math.round(amount))) +
      element("LagFormat", String(format)),
  );
}

function spell(minutes: number): string {
  return `PT${Math.floor(minutes / 60)}H${minutes % 60}M0S`;
}

function minutesOf(words: string, lengths: Lengths): number {
  const found = findDuration(words);
  if (found === null) return 0;
  const { work, elapsed } = spanOf(found, lengths);
  return work + elapsed;
}

/** The first unit written is the one shown. */
function formatOf(words: string): number {
  const [, elapsed = "", unit = "d"] = /(e?)([wdhm])/.exec(words) ?? [];
  const units: Readonly<Record<string, Unit>> = { w: "w", d: "d", h: "h", m: "m" };
  return formatNumber(units[unit] ?? "d", elapsed === "e");
}
