import type { PlanTableRow } from "#contract/plans";
import { dayNumber } from "./schedule-scale";

export interface Bar {
  readonly kind: "bar";
  readonly row: PlanTableRow;
  readonly from: number;
  /** The day after the last. */
  readonly to: number;
  /** It takes no time: a milestone. */
  readonly isMoment: boolean;
}

export interface PhaseLine {
  readonly kind: "phase";
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly done: number;
  readonly total: number;
}

export type Line = Bar | PhaseLine;

/** A line for each phase with its steps below, in the order in which the plan names them. Steps without dates have no line. */
export function linesOf(rows: readonly PlanTableRow[]): readonly Line[] {
  const phases = Map.groupBy(rows.flatMap(barOf), ({ row }) => row.phase ?? "");
  if (phases.size === 1 && phases.has("")) return phases.get("") ?? [];
  return [...phases].flatMap(([name, bars]): readonly Line[] => [phaseLine(name, bars), ...bars]);
}

function barOf(row: PlanTableRow): readonly Bar[] {
  if (row.start === null || row.finish === null) return [];
  const isMoment = row.start === row.finish;
  const from = dayNumber(row.start);
  // Midnight ends the day before it.
  const isMidnight = row.finish.slice(11, 16) === "00:00" && !isMoment;
  return [{ kind: "bar", row, from, to: dayNumber(row.finish) + (isMidnight ? 0 : 1), isMoment }];
}

function phaseLine(name: string, bars: readonly Bar[]): PhaseLine {
  return {
    kind: "phase",
    name: name === "" ? "No phase" : name,
    from: Math.min(...bars.map(({ from }) => from)),
    to: Math.max(...bars.map(({ to }) => to)),
    done: bars.filter(({ row }) => row.done).length,
    total: bars.length,
  };
}

export interface Mark {
  readonly name: string;
  readonly day: number;
  readonly lane: number;
}

export const mostLanes = 3;

/** Names above the picture in as many lanes as it takes for none to cover another, at most three. */
export function marksOf(
  days: readonly { readonly name: string; readonly day: string }[],
  perDay: number,
): readonly Mark[] {
  const ends: number[] = [];
  return days
    .toSorted((a, b) => a.day.localeCompare(b.day))
    .map(({ name, day }) => {
      const from = dayNumber(day) * perDay;
      const free = Array.from({ length: mostLanes }, (_, lane) => lane).find(
        (lane) => (ends[lane] ?? -Infinity) <= from,
      );
      const lane = free ?? mostLanes - 1;
      ends[lane] = from + name.length * 6.5 + 14;
      return { name, day: dayNumber(day), lane };
    });
}

/** Which bar a key leads to: up and down by line, left to what it waits for, right to what waits for it. */
export function barFrom(bars: readonly Bar[], active: string, key: string): Bar | null {
  const at = bars.findIndex(({ row }) => row.item === active);
  const now = bars[at];
  switch (key) {
    case "ArrowDown":
      return bars[at + 1] ?? null;
    case "ArrowUp":
      return bars[at - 1] ?? null;
    case "ArrowLeft":
      return bars.find(({ row }) => now?.row.after.includes(row.item)) ?? null;
    case "ArrowRight":
      return bars.find(({ row }) => row.after.includes(active)) ?? null;
    case "Home":
      return bars[0] ?? null;
    case "End":
      return bars.at(-1) ?? null;
    default:
      return null;
  }
}
