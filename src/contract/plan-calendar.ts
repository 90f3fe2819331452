import { z } from "zod";
import type { PlanCalendar, Weekday } from "#domain/plan/calendar-words";
import { readCalendar } from "#domain/calendar/calendar";
import { patterns } from "./file-patterns";
import { day, id } from "./plan-fields";

const office = {
  days: ["mon", "tue", "wed", "thu", "fri"],
  hours: ["08:00-12:00", "13:00-17:00"],
  holidays: [],
} as const;

const weekdayWords = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

const weekday = z.enum(weekdayWords, { error: "Write mon, tue, wed, …" });

const shift = z
  .union([z.string().meta({ pattern: patterns.shift }), z.number(), z.boolean()], { error: "Write text here." })
  .transform(String);
const shifts = z.array(shift, { error: "List the shifts, as 08:00-12:00." });

const working = z
  .strictObject({
    days: z.array(weekday).min(1, "Name at least one working day.").nullish(),
    hours: shifts.nullish(),
    holidays: z.array(day, { error: "List the holidays as days." }).nullish(),
    week: z
      .partialRecord(weekday, shifts, { error: "Write the weekdays that differ, as { fri: [08:00-14:00] }." })
      .nullish(),
    exceptions: z
      .record(day, shifts, { error: 'Write the days that differ, as { "2026-12-24": [08:00-12:00] }.' })
      .nullish(),
  })
  .superRefine((read, context) => {
    const reading = readCalendar({ ...office, zone: "UTC", ...given(read) });
    if (reading.kind === "unreadable") context.addIssue({ code: "custom", message: reading.reason });
  });

const oneCalendar = z.union([z.literal("continuous"), working], {
  error: "Write continuous, or days, hours and holidays.",
});

export const calendar = oneCalendar.nullish().transform((read) => planCalendar(read ?? {}));

/** Calendars by name, for the steps that name one. */
export const calendars = z
  .record(id, oneCalendar.transform(planCalendar))
  .nullish()
  .transform((read): Readonly<Record<string, PlanCalendar>> => read ?? {});

interface Written {
  readonly days?: readonly Weekday[] | null | undefined;
  readonly hours?: readonly string[] | null | undefined;
  readonly holidays?: readonly string[] | null | undefined;
  readonly week?: Readonly<Partial<Record<Weekday, readonly string[]>>> | null | undefined;
  readonly exceptions?: Readonly<Record<string, readonly string[]>> | null | undefined;
}

function planCalendar(read: "continuous" | Written): PlanCalendar {
  return read === "continuous" ? { kind: "continuous" } : { kind: "working", ...office, ...given(read) };
}

function given({ days, hours, holidays, week, exceptions }: Written) {
  return {
    ...(days ? { days } : {}),
    ...(hours ? { hours } : {}),
    ...(holidays ? { holidays } : {}),
    ...(week ? { week } : {}),
    ...(exceptions ? { exceptions } : {}),
  };
}

export function writeCalendar(from: PlanCalendar): unknown {
  if (from.kind === "continuous") return "continuous";
  const { kind: _, ...written } = from;
  return written;
}

export function writeCalendars(from: Readonly<Record<string, PlanCalendar>>): Readonly<Record<string, unknown>> | null {
  const written = Object.entries(from).map(([name, one]) => [name, writeCalendar(one)] as const);
  return written.length === 0 ? null : Object.fromEntries(written);
}
