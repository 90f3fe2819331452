import { ExpressionError, typeOf, type CalendarDay, type Instant, type Value } from "./value";

type Members = Readonly<Record<string, (values: readonly Value[]) => Value>>;

const units = { Seconds: 1e3, Minutes: 6e4, Hours: 36e5, Days: 864e5, Weeks: 6048e5 };

export function instantOf(value: Value): number {
  const at = typeof value === "number" ? value : typeof value === "string" ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) throw new ExpressionError(`Cannot make a Date of ${typeOf(value)}.`);
  return at;
}

export function today(now: number): CalendarDay {
  return { kind: "day", day: new Date(now).toISOString().slice(0, 10) };
}

export function dateMembers({ at }: Instant): Members {
  const zoned = new Date(at);
  return {
    getTime: () => at,
    getFullYear: () => zoned.getUTCFullYear(),
    getMonth: () => zoned.getUTCMonth(),
    getDate: () => zoned.getUTCDate(),
    getDay: () => zoned.getUTCDay(),
    getHours: () => zoned.getUTCHours(),
    toISOString: () => zoned.toISOString(),
    toCalendarDate: () => today(at),
    toCalendarDateUTC: () => today(at),
    ...shifts((moved) => ({ kind: "date", at: moved }), at),
    ...order(at, (other) => (isKind(other, "date") ? other.at : null)),
  };
}

export function dayMembers({ day }: CalendarDay): Members {
  const { Days, Weeks } = units;
  const at = Date.parse(day);
  return {
    toString: () => day,
    getFullYear: () => Number(day.slice(0, 4)),
    getMonth: () => Number(day.slice(5, 7)) - 1,
    getDate: () => Number(day.slice(8, 10)),
    getDay: () => new Date(at).getUTCDay(),
    ...shifts(today, at, { Days, Weeks }),
    ...order(at, (other) => (isKind(other, "day") ? Date.parse(other.day) : null)),
  };
}

function shifts(make: (at: number) => Value, at: number, by: Readonly<Record<string, number>> = units): Members {
  const months = (count: number): number => {
    const moved = new Date(at);
    const dayOfMonth = moved.getUTCDate();
    moved.setUTCDate(1);
    moved.setUTCMonth(moved.getUTCMonth() + count);
    const last = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
    return moved.setUTCDate(Math.min(dayOfMonth, last));
  };
  const pairs = (unit: string, move: (count: number) => number): [string, Members[string]][] => [
    [`plus${unit}`, ([count]) => make(move(Number(count)))],
    [`minus${unit}`, ([count]) => make(move(-Number(count)))],
  ];
  return Object.fromEntries([
    ...Object.entries(by).flatMap(([unit, size]) => pairs(unit, (count) => at + count * size)),
    ...pairs("Months", months),
    ...pairs("Years", (count) => months(12 * count)),
  ]);
}

function order(at: number, read: (other: Value) => number | null): Members {
  const against = (other: Value | undefined): number => {
    const value = read(other ?? null);
    if (value === null) throw new ExpressionError(`Cannot compare a date to ${typeOf(other ?? null)}.`);
    return value;
  };
  return { isBefore: ([other]) => at < against(other), isAfter: ([other]) => at > against(other) };
}

function isKind<K extends "date" | "day">(value: Value, kind: K): value is Extract<Value, { readonly kind: K }> {
  return value !== null && typeof value === "object" && "kind" in value && value.kind === kind;
}
