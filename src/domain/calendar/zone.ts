import { dayNumber, dayOf } from "./day";
import type { Day } from "./day";

/** Milliseconds to add to UTC for the clock on the wall. */
export type OffsetAt = (instant: number) => number;

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Twelve days: short enough that no zone changes its clock twice within one. */
const blockMs = 2 ** 30;

type Block = { readonly before: number; readonly change: number; readonly after: number };

const known = new Map<string, OffsetAt>();

/** The offsets of a zone of the IANA database, as the platform's `Intl` knows them; asked once a block, then remembered. */
export function offsetsOf(zone: string): OffsetAt {
  const found = known.get(zone);
  if (found) return found;
  const ask = askIntl(zone);
  const blocks = new Map<number, Block>();
  const offsetAt: OffsetAt = (instant) => {
    const place = Math.floor(instant / blockMs);
    let block = blocks.get(place);
    if (!block) blocks.set(place, (block = readBlock(ask, place * blockMs)));
    return instant < block.change ? block.before : block.after;
  };
  known.set(zone, offsetAt);
  return offsetAt;
}

export function isZone(zone: string): boolean {
  try {
    offsetsOf(zone);
    return true;
  } catch {
    return false;
  }
}

function askIntl(zone: string): OffsetAt {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset", year: "numeric" });
  return (instant) => {
    const name = format.formatToParts(instant).find((part) => part.type === "timeZoneName")?.value ?? "";
    const parts = /([+-])(\d+):(\d+)(?::(\d+))?/.exec(name);
    if (!parts) return 0;
    const seconds = Number(parts[2]) * 3600 + Number(parts[3]) * 60 + Number(parts[4] ?? 0);
    return (parts[1] === "-" ? -1 : 1) * seconds * 1000;
  };
}

/** Halves the block down to the second in which the clock changes. */
function readBlock(ask: OffsetAt, start: number): Block {
  const [before, after] = [ask(start), ask(start + blockMs)];
  if (before === after) return { before, change: Infinity, after };
  let [low, high] = [Math.floor(start / 1000), Math.ceil((start + blockMs) / 1000)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (ask(middle * 1000) === before) low = middle;
    else high = middle;
  }
  return { before, change: high * 1000, after };
}

/**
 * The instant at which clocks in the zone show `minute` minutes past midnight of the day (1,440 is the next midnight).
 * A time that occurs twice means its first; a time that is skipped means as long after the jump as it would have been.
 */
export function instantOfMinute(number: number, minute: number, offsetAt: OffsetAt): number {
  const wall = number * dayMs + minute * minuteMs;
  const [before, after] = [offsetAt(wall - dayMs), offsetAt(wall + dayMs)];
  if (offsetAt(wall - before) === before) return wall - before;
  return offsetAt(wall - after) === after ? wall - after : wall - before;
}

/** The instant of a day and a time such as `09:30` in a zone. */
export function instantOf(day: Day, time: string, zone: string): number {
  return instantOfMinute(dayNumber(day), minuteOf(time), offsetsOf(zone));
}

/** Minutes past midnight of `09:30`; `24:00` is the end of the day. */
export function minuteOf(time: string): number {
  const parts = /^(\d{1,2}):(\d{2})$/.exec(time);
  const minute = parts ? Number(parts[1]) * 60 + Number(parts[2]) : NaN;
  if (!(minute <= 1440) || Number(parts?.[2]) > 59) throw new RangeError(`"${time}" is not a time such as 09:30.`);
  return minute;
}

/** What calendar and clock on the wall show at an instant. */
export function wallOf(instant: number, zone: string): { readonly day: Day; readonly minute: number } {
  const wall = instant + offsetsOf(zone)(instant);
  const number = Math.floor(wall / dayMs);
  return { day: dayOf(number), minute: Math.floor((wall - number * dayMs) / minuteMs) };
}

/** The hour on the wall, 0 to 23. */
export function hourAt(instant: number, zone: string): number {
  const wall = instant + offsetsOf(zone)(instant);
  return Math.floor((wall - Math.floor(wall / dayMs) * dayMs) / (60 * minuteMs));
}

/** The day in the zone at an instant. */
export function dayAt(instant: number, zone: string): Day {
  return wallOf(instant, zone).day;
}

/** `2026-03-02T08:00:00+00:00`: an instant in the words of a zone, with the offset that makes it exact. */
export function spellInstant(instant: number, zone: string): string {
  const offset = offsetsOf(zone)(instant);
  const wall = instant + offset;
  const number = Math.floor(wall / dayMs);
  const second = Math.floor((wall - number * dayMs) / 1000);
  const away = Math.floor(Math.abs(offset) / minuteMs);
  const sign = offset < 0 ? "-" : "+";
  return `${dayOf(number)}T${clock(Math.floor(second / 60))}:${two(second % 60)}${sign}${clock(away)}`;
}

function clock(minutes: number): string {
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
