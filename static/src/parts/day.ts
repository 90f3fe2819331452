import { months } from "#domain/calendar/say-day";

export { sayDay } from "#domain/calendar/say-day";

/** Whole days from one day to another: negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  const day = (text: string) => Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
  return Math.round((day(to) - day(from)) / 86_400_000);
}

export function sayDistance(days: number): string {
  if (days === 0) return "today";
  return days > 0 ? `in ${String(days)} d` : `${String(-days)} d ago`;
}

/** `8 min` or `40 s`: never more digits than an estimate deserves. */
export function sayDuration(seconds: number): string {
  if (seconds < 90) return `${String(Math.max(1, Math.round(seconds)))} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${String(minutes)} min` : `${(minutes / 60).toFixed(1)} h`;
}

/** An instant in the viewer's own zone, for things that happened and are not planned. Spelled as every other day is. */
export function sayInstant(instant: string | number): string {
  const then = new Date(instant);
  return `${sayLocalDay(then)}, ${sayLocalTime(then)}`;
}

export function sayLocalDay(then: Date): string {
  return `${String(then.getDate())} ${months[then.getMonth()] ?? ""} ${String(then.getFullYear())}`;
}

export function sayLocalTime(then: Date): string {
  return [then.getHours(), then.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");
}

/** `24 Feb 2027, 09:12`: an instant in the plan's zone, which the page names once. */
export function sayInstantIn(instant: string, zone: string): string {
  const format = { dateStyle: "medium", timeStyle: "short", timeZone: zone } as const;
  return new Intl.DateTimeFormat("en-GB", format).format(new Date(instant));
}
