import { sayDay } from "../parts/day";
import type { Bar, PhaseLine } from "./schedule-lines";
import { xOf } from "./schedule-scale";
import type { Scale } from "./schedule-scale";

export const lineHeight = 28;
const barHeight = 16;

interface Props {
  readonly bar: Bar;
  readonly top: number;
  readonly scale: Scale;
  readonly hatch: string;
  readonly isActive: boolean;
  readonly isLinked: boolean;
  readonly onPick: (item: string) => void;
  readonly onPoint: (item: string | null) => void;
}

/** One step: filled when done, hatched and named when it is critical. */
export function ScheduleBar({ bar, top, scale, hatch, isActive, isLinked, onPick, onPoint }: Props) {
  const { row, isMoment } = bar;
  const x = xOf(scale, bar.from);
  const width = Math.max(4, xOf(scale, bar.to) - x);
  const y = top + (lineHeight - barHeight) / 2;
  const shape = isMoment ? diamond(x, top + lineHeight / 2) : null;
  return (
    <g
      className={["bar", row.done ? "bar-done" : "", isLinked ? "bar-linked" : ""].join(" ")}
      data-step={row.item}
      role="link"
      tabIndex={isActive ? 0 : -1}
      aria-label={sayBar(bar)}
      onFocus={() => onPick(row.item)}
      onClick={(event) => event.currentTarget.focus()}
      onPointerEnter={() => onPoint(row.item)}
      onPointerLeave={() => onPoint(null)}
    >
      <rect className="bar-reach" x={x - 4} y={top} width={width + 8} height={lineHeight} />
      {shape === null ? (
        <rect className="bar-body" x={x} y={y} width={width} height={barHeight} rx={3} />
      ) : (
        <path className="bar-body" d={shape} />
      )}
      {row.critical ? (
        <>
          {shape === null ? (
            <rect
              className="bar-critical"
              x={x}
              y={y}
              width={width}
              height={barHeight}
              rx={3}
              fill={`url(#${hatch})`}
            />
          ) : (
            <path className="bar-critical" d={shape} fill={`url(#${hatch})`} />
          )}
          <text className="bar-word" x={x + width + 6} y={top + lineHeight / 2 + 4}>
            ◆ critical
          </text>
        </>
      ) : null}
    </g>
  );
}

export function sayBar({ row }: Bar): string {
  const facts = [
    row.start === row.finish ? sayDay(row.start) : `${sayDay(row.start)} to ${sayDay(row.finish)}`,
    row.done ? "done" : (row.status ?? "not created"),
    ...(row.owner === null ? ["nobody owns it"] : [row.owner]),
    ...(row.critical ? ["critical"] : []),
  ];
  return `${row.title}: ${facts.join(", ")}`;
}

export function PhaseBar({
  line,
  top,
  scale,
}: {
  readonly line: PhaseLine;
  readonly top: number;
  readonly scale: Scale;
}) {
  const x = xOf(scale, line.from);
  const end = xOf(scale, line.to);
  const y = top + lineHeight / 2;
  return (
    <path
      className="phase-bar"
      d={`M${String(x)} ${String(y + 5)} V${String(y - 2)} H${String(end)} V${String(y + 5)}`}
      aria-hidden="true"
    />
  );
}

function diamond(x: number, y: number): string {
  return `M${String(x)} ${String(y - 8)} l8 8 l-8 8 l-8 -8 z`;
}
