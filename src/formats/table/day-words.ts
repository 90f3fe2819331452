import { isDay } from "#domain/calendar/day";

export type DayOrder = "day-first" | "month-first" | "unclear";

const slashed =
  /^(?:\p{L}{2,3}\.?\s+)?(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:[ T]+\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]m)?)?$/iu;

/** Which number is the day, from all days of a table: one above 12 settles it, and dots are never month first. */
export function dayOrder(texts: readonly string[]): DayOrder {
  const found = texts.map((text) => slashed.exec(text.trim())).filter((parts) => parts !== null);
  if (found.some(([, first, mark]) => mark === "." || Number(first) > 12)) return "day-first";
  if (found.some(([, , , second]) => Number(second) > 12)) return "month-first";
  return found.length === 0 ? "day-first" : "unclear";
}

/** A day in any of the usual spellings as `2026-03-02`; ISO minutes stay. Null when it is no day. */
export function readDay(text: string, order: DayOrder): string | null {
  const said = text.trim();
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?)?Z?$/.exec(said);
  if (iso)
    return isDay(iso[1] ?? "") ? `${iso[1]}${iso[2] === undefined || iso[2] === "00:00" ? "" : `T${iso[2]}`}` : null;
  const parts = slashed.exec(said);
  if (!parts) return null;
  const [, first = "", , second = "", year = ""] = parts;
  const [day, month] = order === "month-first" ? [second, first] : [first, second];
  const full = year.length === 2 ? `20${year}` : year;
  const found = `${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(found) ? found : null;
}
