const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `2 Mar 2026` from the day or instant a reply holds, which is already in the plan's zone. */
export function sayDay(day: string | null): string {
  const found = day === null ? null : /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/.exec(day);
  if (!found) return day ?? "–";
  const [, year, month, date, time] = found;
  const text = `${Number(date)} ${months[Number(month) - 1] ?? ""} ${year ?? ""}`;
  return time === undefined || time === "00:00" ? text : `${text}, ${time}`;
}

/** Whole days from one day to another: negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  const day = (text: string) => Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
  return Math.round((day(to) - day(from)) / 86_400_000);
}

export function sayDistance(days: number): string {
  if (days === 0) return "today";
  return days > 0 ? `in ${String(days)} d` : `${String(-days)} d ago`;
}

export function sayAge(hours: number | null): string {
  if (hours === null) return "no data yet";
  if (hours < 1) return "under 1 h old";
  return hours < 48 ? `${String(Math.round(hours))} h old` : `${String(Math.round(hours / 24))} d old`;
}

/** `8 min` or `40 s`: never more digits than an estimate deserves. */
export function sayDuration(seconds: number): string {
  if (seconds < 90) return `${String(Math.max(1, Math.round(seconds)))} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${String(minutes)} min` : `${(minutes / 60).toFixed(1)} h`;
}

/** An instant in the viewer's own zone, for things that happened and are not planned. */
export function sayInstant(instant: string | number): string {
  return new Date(instant).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}
