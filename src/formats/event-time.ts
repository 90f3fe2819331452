import { dayNumber, isDay } from "#domain/calendar/day";
import { instantOfMinute, offsetsOf } from "#domain/calendar/zone";

const wall = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?)?$/;
const withZone = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(Z|UTC|[+-]\d{2}:?\d{2})$/;

/** An instant as systems write it; one that names no zone is of the plan's own. Null where it could be read in two ways, or in none. */
export function readEventTime(text: string, zone: string): string | null {
  const zoned = withZone.exec(text);
  if (zoned) return spell(Date.parse(`${zoned[1]!}T${zoned[2]!}${zoneOf(zoned[3]!)}`));
  if (/^\d{10}(?:\d{3})?$/.test(text)) return spell(Number(text) * (text.length === 10 ? 1000 : 1));
  const found = wall.exec(text);
  if (found === null) return null;
  const [, day = "", hour = "0", minute = "0", second = "0", part = "0"] = found;
  if (!isDay(day) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const start = instantOfMinute(dayNumber(day), Number(hour) * 60 + Number(minute), offsetsOf(zone));
  return spell(start + Math.floor((Number(second) + Number(part)) * 1000));
}

function zoneOf(text: string): string {
  if (text === "UTC" || text === "Z") return "Z";
  return text.includes(":") ? text : `${text.slice(0, 3)}:${text.slice(3)}`;
}

function spell(instant: number): string | null {
  return Number.isFinite(instant) ? new Date(instant).toISOString() : null;
}
