import type { EditedField } from "#contract/plan-page";
import { addDays, isDay } from "#domain/calendar/day";
import { findDuration } from "#domain/calendar/duration";
import { continuousCalendar } from "#domain/calendar/calendar";
import { workClock } from "#domain/calendar/work-clock";
import { instantOf } from "#domain/calendar/zone";
import { anchoredDay } from "#domain/plan/step-day";
import { findCalendar, findStepCalendar } from "#domain/plan/plan-calendar";
import type { Plan } from "#domain/plan/plan";
import type { StepRow } from "../timeline/step-row";
import { findAnchored, idsOf, predecessorsIn, spellAnchored } from "./step-field";

export type Typed =
  | { readonly kind: "value"; readonly field: EditedField; readonly value: string | null }
  | { readonly kind: "complaint"; readonly message: string };

/** A column that is typed into: the fields of a step, and its end, which is kept as a length. */
export type TypedField = EditedField | "finish";

/** What somebody typed into a cell, as the value to keep, or what is wrong with it. */
export function readTyped(field: TypedField, typed: string, { plan, row }: { plan: Plan; row: StepRow }): Typed {
  const text = typed.trim();
  const value = (kept: string | null): Typed => ({
    kind: "value",
    field: field === "finish" ? "duration" : field,
    value: kept,
  });
  switch (field) {
    case "title":
      return text === "" ? complain("A step needs a name.") : value(text);
    case "start":
      return readStart(text, { plan, row });
    case "finish":
      return readFinish(text, { plan, row });
    case "duration":
      if (text === "" || findDuration(text) !== null) return value(text === "" ? null : text);
      return complain("Write a length such as 3d, 4h or 2ed for two days by the clock.");
    case "after": {
      const { unknown } = predecessorsIn(text, idsOf(plan));
      if (unknown.length > 0)
        return complain(`No step is called “${unknown[0] ?? ""}”. Write ids such as mapping; load SS+2d.`);
      return value(text === "" ? null : text);
    }
    case "description":
    case "owner":
    case "phase":
    case "wave":
    case "stream":
    case "side":
      return value(text === "" ? null : text);
  }
}

function complain(message: string): Typed {
  return { kind: "complaint", message };
}

function readStart(text: string, { plan, row }: { plan: Plan; row: StepRow }): Typed {
  const value = (kept: string | null): Typed => ({ kind: "value", field: "start", value: kept });
  if (text === "") return value(null);
  const [day = "", time] = text.split("T");
  if (isDay(day) && (time === undefined || /^([01]\d|2[0-3]):[0-5]\d$/.test(time))) return value(text);
  const shift = /^([+-])\s*(\d{1,4})\s*d?$/.exec(text);
  if (shift && row.start !== null)
    return value(addDays(row.start.slice(0, 10), Number(`${shift[1] ?? ""}${shift[2] ?? ""}`)));
  const anchor = findAnchored(text);
  if (anchor !== null && anchoredDay(plan, anchor, row.step.wave) !== null) return value(spellAnchored(anchor));
  const names = [...Object.keys(plan.anchors), ...plan.waves.map(({ id }) => id)];
  const such = names.length === 0 ? "" : ` or ${names[0] ?? ""} -10d`;
  return complain(
    `Write a day such as ${row.start?.slice(0, 10) ?? "2026-03-02"}${such}; leave it empty to start as soon as possible.`,
  );
}

/** An end is kept as the length that leads there, so that the step still follows what comes before it. */
function readFinish(text: string, { plan, row }: { plan: Plan; row: StepRow }): Typed {
  if (!isDay(text) || row.start === null) return complain("Write the last day, such as 2026-03-06.");
  if (text < row.start.slice(0, 10)) return complain("A step cannot end before it starts.");
  const calendar = findStepCalendar(plan, row.step) ?? findCalendar(plan) ?? continuousCalendar(plan.zone);
  const clock = workClock(calendar);
  const minute = (day: string, time: string) => Math.floor(instantOf(day, time, plan.zone) / 60_000);
  const from = minute(row.start.slice(0, 10), row.start.slice(11, 16));
  const work = clock.worked(minute(addDays(text, 1), "00:00")) - clock.worked(from);
  if (work <= 0) return complain("Nobody works between the start and that day.");
  const days = work / calendar.dayMinutes;
  return { kind: "value", field: "duration", value: Number.isInteger(days) ? `${String(days)}d` : spellMinutes(work) };
}

function spellMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(hours > 0 ? [`${String(hours)}h`] : []), ...(rest > 0 ? [`${String(rest)}m`] : [])].join(" ");
}
