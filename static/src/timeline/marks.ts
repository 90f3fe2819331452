import { dayNumber } from "./schedule-scale";

export interface Mark {
  readonly name: string;
  readonly day: number;
  readonly lane: number;
  readonly kind: "today" | "no-return" | "anchor";
}

interface Day {
  readonly name: string;
  readonly day: string;
}

const mostLanes = 4;

/** Names above the picture in as many lanes as it takes for none to cover another, at most four. */
export function marksOf(days: readonly Day[], perDay: number): readonly Mark[] {
  const ends: number[] = [];
  return merged(days)
    .toSorted((a, b) => a.day.localeCompare(b.day))
    .map(({ name, day }) => {
      const from = dayNumber(day) * perDay;
      const free = Array.from({ length: mostLanes }, (_, lane) => lane).find(
        (lane) => (ends[lane] ?? -Infinity) <= from,
      );
      const lane = free ?? mostLanes - 1;
      ends[lane] = from + shortened(name).length * 6.5 + 14;
      return { name: shortened(name), day: dayNumber(day), lane, kind: kindOf(name) };
    });
}

/** Several rollbacks often share their last moment; their names would lie on top of each other. */
function merged(days: readonly Day[]): readonly Day[] {
  const turns = Map.groupBy(
    days.filter(({ name }) => kindOf(name) === "no-return"),
    ({ day }) => day.slice(0, 10),
  );
  const together = [...turns].map(([day, all]): Day => {
    const [only] = all;
    return all.length === 1 && only ? only : { name: `Point of no return, ${String(all.length)} rollbacks`, day };
  });
  return [...days.filter(({ name }) => kindOf(name) !== "no-return"), ...together];
}

const longest = 36;

function shortened(name: string): string {
  return name.length > longest ? `${name.slice(0, longest - 1)}…` : name;
}

function kindOf(name: string): Mark["kind"] {
  if (name === "Today") return "today";
  return name.startsWith("Point of no return") ? "no-return" : "anchor";
}
