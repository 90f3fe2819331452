import { dayNumber } from "./schedule-scale";

export interface Mark {
  readonly name: string;
  readonly day: number;
  readonly lane: number;
  readonly kind: "today" | "no-return" | "anchor";
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
      ends[lane] = from + shortened(name).length * 6.5 + 14;
      return { name: shortened(name), day: dayNumber(day), lane, kind: kindOf(name) };
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
