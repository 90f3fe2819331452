export type Zoom = "day" | "week" | "month" | "quarter";

export const zooms: readonly { readonly zoom: Zoom; readonly title: string }[] = [
  { zoom: "day", title: "Days" },
  { zoom: "week", title: "Weeks" },
  { zoom: "month", title: "Months" },
  { zoom: "quarter", title: "Quarters" },
];

/** Days as numbers since 1970, so that the picture needs no calendar. */
export interface Scale {
  readonly zoom: Zoom;
  readonly first: number;
  readonly days: number;
  readonly perDay: number;
}

export interface Tick {
  readonly day: number;
  readonly label: string | null;
}

export const pixelsPerDay: Readonly<Record<Zoom, number>> = { day: 44, week: 20, month: 7, quarter: 2.5 };

export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / 86_400_000);
}

export const widthOf = ({ days, perDay }: Scale): number => days * perDay;

export const xOf = ({ first, perDay }: Scale, day: number): number => (day - first) * perDay;

/** A little air on both sides; on the right there is also room for the word behind the last bar. */
export function scaleAround(days: readonly number[], zoom: Zoom): Scale {
  const perDay = pixelsPerDay[zoom];
  const first = Math.min(...days) - Math.ceil(16 / perDay);
  const last = Math.max(...days) + Math.ceil(110 / perDay);
  return { zoom, first, days: last - first, perDay };
}

/** A short plan leaves no blank beside it. */
export function filling(scale: Scale, width: number): Scale {
  return { ...scale, days: Math.max(scale.days, Math.ceil(width / scale.perDay)) };
}

/** The same days on the width of a sheet. */
export function fitted(scale: Scale, width: number): Scale {
  const perDay = width / scale.days;
  const zoom = perDay >= 30 ? "day" : perDay >= 12 ? "week" : perDay >= 5 ? "month" : "quarter";
  return { ...scale, perDay, zoom };
}

const weekdays = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Where lines stand and what is written above them: a line that has no room for a word has none. */
export function ticksOf({ zoom, first, days }: Scale): readonly Tick[] {
  return Array.from({ length: days }, (_, at) => tickAt(first + at, zoom)).filter((tick) => tick !== null);
}

function tickAt(day: number, zoom: Zoom): Tick | null {
  const date = new Date(day * 86_400_000);
  const month = date.getUTCMonth();
  const name = months[month] ?? "";
  const year = date.getUTCFullYear();
  const isMonday = date.getUTCDay() === 1;
  const isFirst = date.getUTCDate() === 1;
  switch (zoom) {
    case "day": {
      const number = String(date.getUTCDate());
      // A column has room for one of the two.
      return {
        day,
        label: isFirst || isMonday ? `${number} ${name}` : `${weekdays[date.getUTCDay()] ?? ""} ${number}`,
      };
    }
    case "week":
      return isMonday ? { day, label: `${String(date.getUTCDate())} ${name}` } : null;
    case "month":
      if (isFirst) return { day, label: `${name} ${String(year)}` };
      return isMonday ? { day, label: null } : null;
    case "quarter":
      if (!isFirst) return null;
      return { day, label: month % 3 === 0 ? `Q${String(month / 3 + 1)} ${String(year)}` : null };
  }
}
