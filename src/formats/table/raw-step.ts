import { isDay, dayNumber, weekdayOf, dayOf } from "#domain/calendar/day";
import type { FileNote } from "../read-result";
import { decodeList, decodeText } from "./cells";
import { readCriteria, readMoment } from "./criteria";
import type { DayOrder } from "./day-words";
import { readDay } from "./day-words";
import { readDuration } from "./duration-words";
import type { Identified } from "./identify";
import { readPredecessors } from "./predecessors";

export interface Reading {
  readonly known: Identified;
  readonly order: DayOrder;
  readonly notes: FileNote[];
}

/** A row as a step of the plan file; what cannot be understood stays as written, so that the check can name it with its line. */
export function rawStep(
  { cells, line, id, parent }: Identified["rows"][number],
  { known, order, notes }: Reading,
): Record<string, unknown> {
  const note = (message: string) => notes.push({ line, message });
  const text = (cell: string | undefined) => ((cell ?? "").trim() === "" ? null : decodeText(cell ?? ""));
  const start = text(cells.start);
  const day = start === null ? null : (readDay(start, order) ?? start);
  return {
    id,
    title: text(cells.title),
    description: text(cells.description),
    owner: text(cells.owner),
    start: day,
    anchor: text(cells.anchor) === null ? null : readMoment(cells.anchor ?? ""),
    duration: durationOf({ duration: text(cells.duration), start: day, finish: text(cells.finish) }, order, note),
    after: readPredecessors(cells.after ?? "", known.find).flatMap((dependency) => {
      if (!("unknown" in dependency)) return [dependency];
      note(`"${dependency.unknown}" among the predecessors of ${id} is no step of this file; it was left out.`);
      return [];
    }),
    success: readCriteria(cells.success ?? "").flatMap((criterion) => {
      if (typeof criterion !== "string") return [criterion];
      note(`"${criterion}" is no criterion one can measure; it was left out.`);
      return [];
    }),
    side: text(cells.side)?.toLowerCase(),
    stream: text(cells.stream)?.toLowerCase(),
    phase: text(cells.phase),
    wave: text(cells.wave),
    parent,
    kind: text(cells.kind)?.toLowerCase(),
    objective: decodeList(cells.objective ?? ""),
    needs: decodeList(cells.needs ?? ""),
    departments: decodeList(cells.departments ?? ""),
    key: text(cells.key),
  };
}

interface Timing {
  readonly duration: string | null;
  readonly start: string | null;
  readonly finish: string | null;
}

/** From its own column, else in weekdays from start to finish, both counted. */
function durationOf(
  { duration, start, finish }: Timing,
  order: DayOrder,
  note: (message: string) => void,
): string | null {
  if (duration !== null)
    return /^\d+([.,]\d+)?$/.test(duration) ? `${duration.replace(",", ".")}d` : (readDuration(duration) ?? duration);
  const last = finish === null ? null : readDay(finish, order)?.slice(0, 10);
  if (!last || start === null || !isDay(start.slice(0, 10)) || last < start.slice(0, 10)) return null;
  note("The duration was counted in weekdays from start to finish.");
  const [from, to] = [dayNumber(start.slice(0, 10)), dayNumber(last)];
  const weeks = Math.floor((to - from + 1) / 7);
  let days = weeks * 5;
  for (let at = from + weeks * 7; at <= to; at++) if (weekdayOf(dayNumber(dayOf(at))) <= 5) days += 1;
  return `${days}d`;
}
