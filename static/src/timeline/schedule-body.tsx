import { useId } from "react";
import { lineHeight, PhaseBar, ScheduleBar } from "./schedule-bar";
import type { Line, Mark } from "./schedule-lines";
import { ScheduleLinks } from "./schedule-links";
import { ticksOf, widthOf, xOf } from "./schedule-scale";
import type { Scale } from "./schedule-scale";
import type { Shown } from "./use-window";

interface Props {
  readonly lines: readonly Line[];
  readonly shown: Shown;
  readonly scale: Scale;
  readonly marks: readonly Mark[];
  /** The one bar that the tab key reaches. */
  readonly active: string | null;
  readonly linksOf: string | null;
  readonly onPick: (item: string) => void;
  readonly onPoint: (item: string | null) => void;
}

export function ScheduleBody({ lines, shown, scale, marks, active, linksOf, onPick, onPoint }: Props) {
  const name = useId().replaceAll(/[^\w-]/g, "");
  const [hatch, arrow] = [`hatch-${name}`, `arrow-${name}`];
  const height = lines.length * lineHeight;
  const linked = linkedTo(lines, linksOf);
  return (
    <svg className="chart-body" width={widthOf(scale)} height={height} role="presentation">
      <Patterns hatch={hatch} arrow={arrow} />
      <Grid scale={scale} marks={marks} height={height} />
      {linksOf === null ? null : <ScheduleLinks lines={lines} scale={scale} arrow={arrow} of={linksOf} />}
      {lines.map((line, at) => {
        const isActive = line.kind === "bar" && line.row.item === active;
        if (!isActive && (at < shown.from || at >= shown.to)) return null;
        if (line.kind === "phase")
          return <PhaseBar key={`phase ${line.name}`} line={line} top={at * lineHeight} scale={scale} />;
        return (
          <ScheduleBar
            key={line.row.item}
            bar={line}
            top={at * lineHeight}
            scale={scale}
            hatch={hatch}
            isActive={isActive}
            isLinked={linked.has(line.row.item)}
            onPick={onPick}
            onPoint={onPoint}
          />
        );
      })}
    </svg>
  );
}

function linkedTo(lines: readonly Line[], item: string | null): ReadonlySet<string> {
  if (item === null) return new Set();
  const bars = lines.filter((line) => line.kind === "bar");
  const before = bars.find(({ row }) => row.item === item)?.row.after ?? [];
  return new Set([item, ...before, ...bars.filter(({ row }) => row.after.includes(item)).map(({ row }) => row.item)]);
}

function Patterns({ hatch, arrow }: { readonly hatch: string; readonly arrow: string }) {
  return (
    <defs>
      <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line className="hatch" x1="0" y1="0" x2="0" y2="6" />
      </pattern>
      <marker id={arrow} viewBox="0 0 6 6" refX="5" refY="3" markerWidth="6" markerHeight="6" orient="auto">
        <path className="link-head" d="M0 0 L6 3 L0 6 z" />
      </marker>
    </defs>
  );
}

interface GridProps {
  readonly scale: Scale;
  readonly marks: readonly Mark[];
  readonly height: number;
}

function Grid({ scale, marks, height }: GridProps) {
  return (
    <g aria-hidden="true">
      {ticksOf(scale).map(({ day, label }) => (
        <line
          key={day}
          className={label === null ? "grid grid-minor" : "grid"}
          x1={xOf(scale, day)}
          x2={xOf(scale, day)}
          y1={0}
          y2={height}
        />
      ))}
      {marks.map(({ name, day }) => (
        <line
          key={`${name} ${String(day)}`}
          className={name === "Today" ? "anchor anchor-today" : "anchor"}
          x1={xOf(scale, day)}
          x2={xOf(scale, day)}
          y1={0}
          y2={height}
        />
      ))}
    </g>
  );
}
