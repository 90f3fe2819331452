import { z } from "zod";
import type { PlanCalendar } from "#domain/plan/plan";
import { blankPlan } from "#domain/plan/blank";
import { day } from "./plan-fields";

const office = blankPlan("", "").calendar;

const weekday = z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], { error: "Write mon, tue, wed, …" });

const shift = z
  .string({ error: "Write a shift as 08:00-12:00." })
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "Write a shift as 08:00-12:00.")
  .refine((text) => text.slice(0, 5) < text.slice(6), "A shift ends after it begins.");

const hours = z.array(shift).min(1, "Give the day at least one shift.").refine(areApart, "Shifts overlap; part them.");

const working = z.strictObject({
  days: z.array(weekday).min(1, "Name at least one working day.").nullish(),
  hours: hours.nullish(),
  holidays: z.array(day, { error: "List the holidays as days." }).nullish(),
});

export const calendar = z
  .union([z.literal("continuous"), working], { error: "Write continuous, or days, hours and holidays." })
  .nullish()
  .transform((read): PlanCalendar => {
    if (read === "continuous") return { kind: "continuous" };
    if (office.kind === "continuous") return office;
    return {
      kind: "working",
      days: read?.days ?? office.days,
      hours: read?.hours ?? office.hours,
      holidays: read?.holidays ?? [],
    };
  });

export function writeCalendar(from: PlanCalendar): unknown {
  return from.kind === "continuous" ? "continuous" : { days: from.days, hours: from.hours, holidays: from.holidays };
}

function areApart(shifts: readonly string[]): boolean {
  const sorted = shifts.toSorted();
  return sorted.every((shift, at) => at === 0 || (sorted[at - 1] ?? "").slice(6) <= shift.slice(0, 5));
}
