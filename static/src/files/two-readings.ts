export interface TwoReadings {
  readonly text: string;
  readonly dayFirst: string;
  readonly monthFirst: string;
}

/** A day such as 03/02/2026 read both ways, in words; null when it is no such day. */
export function readBothWays(text: string): TwoReadings | null {
  const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})\b/.exec(text);
  if (found === null) return null;
  const [, first = "", second = "", year = ""] = found;
  const whole = year.length === 2 ? `20${year}` : year;
  return { text, dayFirst: say(whole, second, first), monthFirst: say(whole, first, second) };
}

function say(year: string, month: string, day: string): string {
  const moment = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(moment);
}
