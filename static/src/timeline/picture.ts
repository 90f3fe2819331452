import type { PlanMark } from "#contract/plan-page";
import type { Calendar } from "#domain/calendar/calendar";
import { dayOf } from "#domain/calendar/day";
import { isWorkingDay } from "#domain/calendar/working-day";
import { instantOf, wallOf } from "#domain/calendar/zone";
import { freezeEnd } from "#domain/plan/freeze";
import { marksOf } from "./marks";
import type { Mark } from "./marks";
import { dayNumber, filling, fitted, scaleAround, ticksOf } from "./schedule-scale";
import type { Scale, Tick, Zoom } from "./schedule-scale";
import { spanOf } from "./outline";
import type { Rows, StepRow } from "./step-row";

/** What lies behind the bars: days, what is special about them, and how wide a day is. */
export interface Picture {
  readonly scale: Scale;
  readonly ticks: readonly Tick[];
  readonly marks: readonly Mark[];
  readonly freezes: readonly Freeze[];
  /** Days on which nobody works, where a day is wide enough to show it. */
  readonly offDays: readonly number[];
  readonly today: number;
}

/** Days with their hours as fractions: a freeze counts by the clock (M37). */
export interface Freeze {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

interface Asked {
  readonly marks: readonly PlanMark[];
  readonly zoom: Zoom;
  /** Pixels there are. */
  readonly room: number;
}

export function pictureOf({ rows, today, calendar }: Rows, { marks, zoom, room }: Asked): Picture {
  const scale = filling(scaleAround(daysIn(rows, marks, today), zoom), room);
  return drawn(scale, { rows, today, calendar, marks });
}

/** The same days on the width of a sheet of paper. */
export function printedPicture({ rows, today, calendar }: Rows, marks: readonly PlanMark[]): Picture {
  const scale = fitted(scaleAround(daysIn(rows, marks, today), "month"), sheetWidth);
  return drawn(scale, { rows, today, calendar, marks });
}

/** What is left of a landscape sheet beside the names. */
const sheetWidth = 740;

interface Days {
  readonly rows: readonly StepRow[];
  readonly today: string;
  readonly calendar: Calendar;
  readonly marks: readonly PlanMark[];
}

function drawn(scale: Scale, { rows, today, calendar, marks }: Days): Picture {
  const days = Array.from({ length: scale.perDay >= 12 ? scale.days : 0 }, (_, at) => scale.first + at);
  const freezes = rows.flatMap((row) => freezeOf(row, calendar.zone));
  const named = freezes.map(({ from }) => ({ name: "Freeze, 48 h", day: dayOf(Math.floor(from)) }));
  return {
    scale,
    ticks: ticksOf(scale),
    marks: marksOf([...marks, ...named, { name: "Today", day: today }], scale.perDay),
    freezes,
    offDays: days.filter((day) => !isWorkingDay(calendar, dayOf(day))),
    today: dayNumber(today),
  };
}

function daysIn(rows: readonly StepRow[], marks: readonly PlanMark[], today: string): readonly number[] {
  const spans = rows.flatMap((row) => spanOf(row) ?? []);
  const based = rows.flatMap(({ base }) => (base === null ? [] : [dayNumber(base.start), dayNumber(base.finish) + 1]));
  return [
    dayNumber(today),
    ...marks.map(({ day }) => dayNumber(day)),
    ...spans.flatMap(({ from, to }) => [from, to]),
    ...based,
  ];
}

function freezeOf({ step, start }: StepRow, zone: string): readonly Freeze[] {
  if (step.kind !== "freeze" || start === null) return [];
  const began = instantOf(start.slice(0, 10), start.slice(11, 16), zone);
  const place = (instant: number) => {
    const { day, minute } = wallOf(instant, zone);
    return dayNumber(day) + minute / 1440;
  };
  return [{ name: step.title, from: place(began), to: place(freezeEnd(began)) }];
}
