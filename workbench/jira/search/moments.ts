import { JqlError } from "./world";

const minute = 60_000;
const sizes: Readonly<Record<string, number>> = { w: 10_080, d: 1440, h: 60, m: 1 };
const absolute = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](\d{1,2}):(\d{2}))?$/;
const relative = /^[+-]?(?:\d+[wdhm]\s*)+$/;
const edge = /^(start|end)of(day|week|month|year)$/;

interface Here {
  readonly now: number;
  readonly zone: string;
}

/** The moment a JQL date stands for: absolute in the caller's time zone, or a period such as `-7d` counted from now. */
export function momentOf(value: string, field: string, { now, zone }: Here): number {
  const parts = absolute.exec(value);
  if (parts !== null) {
    const [year = 0, month = 1, day = 1, hour = 0, minutes = 0] = parts.slice(1).map((part) => Number(part ?? 0));
    return inZone(Date.UTC(year, month - 1, day, hour, minutes), zone);
  }
  if (relative.test(value)) return now + period(value) * minute;
  if (/^\d{10,}$/.test(value)) return Number(value);
  throw new JqlError(
    `Date value '${value}' for field '${field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
  );
}

/** `startOfWeek(-1)`, `endOfMonth("+2d")` and kin; null for any other function. A bare number counts in the function's own unit. */
export function edgeMoment(name: string, values: readonly string[], { now, zone }: Here): number | null {
  const parts = edge.exec(name.toLowerCase());
  if (parts === null) return null;
  const [, side, unit = "day"] = parts;
  const [shift = "0"] = values;
  const isCount = /^[+-]?\d+$/.test(shift);
  const step = (isCount ? Number(shift) : 0) + (side === "end" ? 1 : 0);
  const local = new Date(now + offset(now, zone));
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()];
  const starts: Readonly<Record<string, number>> = {
    day: Date.UTC(year, month, day + step),
    week: Date.UTC(year, month, day - local.getUTCDay() + 7 * step),
    month: Date.UTC(year, month + step, 1),
    year: Date.UTC(year + step, 0, 1),
  };
  const start = inZone(starts[unit] ?? 0, zone);
  return start - (side === "end" ? 1 : 0) + (isCount ? 0 : period(shift) * minute);
}

/** Wall-clock time, written as if it were UTC, as the moment it names in `zone`. */
export function inZone(wall: number, zone: string): number {
  return wall - offset(wall - offset(wall, zone), zone);
}

function offset(at: number, zone: string): number {
  if (zone === "UTC") return 0;
  const shown = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" }).format(at);
  const [, sign = "+", hours = "0", minutes = "0"] = /GMT([+-])(\d{2}):(\d{2})/.exec(shown) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * minute;
}

function period(text: string): number {
  const total = [...text.matchAll(/(\d+)([wdhm])/g)].reduce(
    (sum, [, n, unit = "m"]) => sum + Number(n) * (sizes[unit] ?? 0),
    0,
  );
  return text.startsWith("-") ? -total : total;
}
