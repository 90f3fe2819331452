import { dayNumber } from "./schedule-scale";

export interface Mark {
  readonly name: string;
  /** What is written: as much of the name as there is room for. */
  readonly word: string;
  readonly day: number;
  readonly lane: number;
  readonly kind: "today" | "no-return" | "anchor";
}

interface Day {
  readonly name: string;
  readonly day: string;
}

const mostLanes = 6;

/** Names above the picture in as many lanes as it takes for none to cover another; what finds no room has its line alone. */
export function marksOf(days: readonly Day[], perDay: number): readonly Mark[] {
  const ends: number[] = [];
  return merged(days)
    .toSorted((a, b) => a.day.localeCompare(b.day))
    .map(({ name, day }) => {
      const from = dayNumber(day) * perDay;
      const free = Array.from({ length: mostLanes }, (_, lane) => lane).find(
        (lane) => (ends[lane] ?? -Infinity) <= from,
      );
      const word = free === undefined ? "" : shortened(name);
      const lane = free ?? mostLanes - 1;
      if (free !== undefined) ends[free] = from + word.length * 6.5 + 14;
      return { name, word, day: dayNumber(day), lane, kind: kindOf(name) };
    });
}

/** What falls on one day stands on one line; several rollbacks that share their last moment are counted. */
function merged(days: readonly Day[]): readonly Day[] {
  const together = Map.groupBy(days, ({ name, day }) => `${kindOf(name)} ${day.slice(0, 10)}`);
  return [...together.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined || all.length === 1) return all;
    const isTurn = kindOf(first.name) === "no-return";
    const name = isTurn
      ? `Point of no return, ${String(all.length)} rollbacks`
      : [...new Set(all.map((one) => one.name))].join(" · ");
    return [{ name, day: first.day }];
  });
}

const longest = 36;

function shortened(name: string): string {
  return name.length > longest ? `${name.slice(0, longest - 1)}…` : name;
}

function kindOf(name: string): Mark["kind"] {
  if (name === "Today") return "today";
  return name.startsWith("Point of no return") ? "no-return" : "anchor";
}
