import { lineHeight } from "./schedule-bar";
import type { Line } from "./schedule-lines";
import { xOf } from "./schedule-scale";
import type { Scale } from "./schedule-scale";

interface Props {
  readonly lines: readonly Line[];
  readonly scale: Scale;
  readonly arrow: string;
  /** The step whose dependencies are drawn. */
  readonly of: string;
}

/** What one step waits for and what waits for it. All at once would be a thicket. */
export function ScheduleLinks({ lines, scale, arrow, of }: Props) {
  const places = lines.flatMap((line, at) => (line.kind === "bar" ? [{ ...line, at }] : []));
  const here = places.find(({ row }) => row.item === of);
  if (!here) return null;
  const pairs = [
    ...places.filter(({ row }) => here.row.after.includes(row.item)).map((before) => [before, here] as const),
    ...places.filter(({ row }) => row.after.includes(of)).map((after) => [here, after] as const),
  ];
  return (
    <g className="links" aria-hidden="true">
      {pairs.map(([before, after]) => (
        <path
          key={`${before.row.item} ${after.row.item}`}
          markerEnd={`url(#${arrow})`}
          d={elbow(
            { x: xOf(scale, before.to), y: middle(before.at) },
            { x: xOf(scale, after.from), y: middle(after.at) },
          )}
        />
      ))}
    </g>
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const middle = (at: number) => at * lineHeight + lineHeight / 2;

/** Down the gap behind the first bar; where the second begins before that, between the lines and back. */
function elbow(from: Point, to: Point): string {
  const out = from.x + 6;
  if (to.x >= out + 6)
    return `M${String(from.x)} ${String(from.y)} H${String(out)} V${String(to.y)} H${String(to.x - 2)}`;
  const between = to.y + (to.y > from.y ? -lineHeight / 2 : lineHeight / 2);
  return `M${String(from.x)} ${String(from.y)} H${String(out)} V${String(between)} H${String(to.x - 10)} V${String(to.y)} H${String(to.x - 2)}`;
}
