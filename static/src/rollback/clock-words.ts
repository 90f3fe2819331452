/** `2 d 4 h`, `3 h 05 min`, `4 min 09 s`: two units are as much as anybody reads in a hurry. */
export function sayLength(milliseconds: number): string {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600), Math.floor(seconds / 60)];
  if (days > 0) return `${days} d ${hours % 24} h`;
  if (hours > 0) return `${hours} h ${two(minutes % 60)} min`;
  if (minutes > 0) return `${minutes} min ${two(seconds % 60)} s`;
  return `${seconds} s`;
}

/** `14:32` in the plan's zone, with the day where it is not the day of `beside`. */
export function sayClock(at: number, zone: string, beside: number): string {
  const time = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(at);
  const day = new Intl.DateTimeFormat("en-GB", { timeZone: zone, day: "numeric", month: "short" });
  return day.format(at) === day.format(beside) ? time : `${day.format(at)}, ${time}`;
}

export function sayLate(minutes: number | null): string {
  if (minutes === null) return "–";
  if (minutes === 0) return "on time";
  const length = Math.abs(minutes) < 60 ? `${Math.abs(minutes)} min` : sayLength(minutes * 60_000);
  return `${length} ${minutes > 0 ? "late" : "early"}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
