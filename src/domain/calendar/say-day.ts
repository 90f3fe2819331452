export const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `2 Mar 2026`, as every day is spelled to people; of an instant the hour as well. It is in the plan's zone already. */
export function sayDay(day: string | null): string {
  const found = day === null ? null : /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/.exec(day);
  if (!found) return day ?? "–";
  const [, year, month, date, time] = found;
  const text = `${Number(date)} ${months[Number(month) - 1] ?? ""} ${year ?? ""}`;
  return time === undefined || time === "00:00" ? text : `${text}, ${time}`;
}
