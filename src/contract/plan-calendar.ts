import { z } from "zod";
import type { PlanCalendar, Weekday } from "#domain/plan/plan";
import { readCalendar } from "#domain/calendar/calendar";
import { day, text } from "./plan-fields";

const office = {
  days: ["mon", "tue", "wed", "thu", "fri"],
  hours: ["08:00-12:00", "13:00-17:00"],
  holidays: [],
} as const;

const weekday = z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], { error: "Write mon, tue, wed, …" });

const working = z
  .strictObject({
    days: z.array(weekday).min(1, "Name at least one working day.").nullish(),
    hours: z.array(text, { error: "List the shifts, as 08:00-12:00." }).nullish(),
    holidays: z.array(day, { error: "List the holidays as days." }).nullish(),
  })
  .superRefine((read, context) => {
    const reading = readCalendar({ ...office, zone: "UTC", ...given(read) });
    if (reading.kind === "unreadable") context.addIssue({ code: "custom", message: reading.reason });
  });

export const calendar = z
  .union([z.literal("continuous"), working], { error: "Write continuous, or days, hours and holidays." })
  .nullish()
  .transform((read): PlanCalendar => {
    return read === "continuous" ? { kind: "continuous" } : { kind: "working", ...office, ...given(read ?? {}) };
  });

interface Written {
  readonly days?: readonly Weekday[] | null | undefined;
  readonly hours?: readonly string[] | null | undefined;
  readonly holidays?: readonly string[] | null | undefined;
}

function given({ days, hours, holidays }: Written) {
  return { ...(days ? { days } : {}), ...(hours ? { hours } : {}), ...(holidays ? { holidays } : {}) };
}

export function writeCalendar(from: PlanCalendar): unknown {
  return from.kind === "continuous" ? "continuous" : { days: from.days, hours: from.hours, holidays: from.holidays };
}
