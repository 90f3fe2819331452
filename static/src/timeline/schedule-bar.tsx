import type { PointerEvent } from "react";
import { dayNumber, xOf } from "./schedule-scale";
import type { Scale } from "./schedule-scale";
import type { Line, Span } from "./outline";
import { sayStep } from "./say-step";
import type { StepRow } from "./step-row";

export const lineHeight = 32;
const barHeight = 14;
const barTop = 7;

export type Edge = "whole" | "end";

export interface BarProps {
  readonly row: StepRow;
  readonly span: Span;
  readonly top: number;
  readonly scale: Scale;
  readonly hatch: string;
  readonly look: BarLook;
  readonly canPull: boolean;
  readonly onFocus: () => void;
  readonly onPoint: (isOver: boolean) => void;
  readonly onGrip: (event: PointerEvent<SVGElement>, edge: Edge) => void;
}

export interface BarLook {
  readonly isActive: boolean;
  readonly isLinked: boolean;
  /** Taken hold of, by pointer or by keyboard. */
  readonly isLifted: boolean;
  /** Where it would lie. */
  readonly ghost: Span | null;
}

/** One step: filled when done, hatched and named when it is critical, with its slack behind it and its baseline below. */
export function ScheduleBar({ row, span, top, scale, hatch, look, canPull, onFocus, onPoint, onGrip }: BarProps) {
  const x = xOf(scale, span.from);
  const width = widthOf(scale, span);
  const classes = [
    "bar",
    row.done ? "bar-done" : "",
    look.isLinked ? "bar-linked" : "",
    row.isGroup ? "bar-group" : "",
  ];
  const mayPull = canPull && !row.isGroup;
  return (
    <g
      className={[...classes, look.isLifted ? "bar-lifted" : "", mayPull ? "bar-movable" : ""].join(" ")}
      data-step={row.item}
      role="button"
      tabIndex={look.isActive ? 0 : -1}
      aria-label={look.isLifted ? `${sayStep(row)}, being moved` : sayStep(row)}
      onFocus={onFocus}
      onPointerDown={mayPull ? (event) => onGrip(event, "whole") : undefined}
      onClick={(event) => event.currentTarget.focus()}
      onPointerEnter={() => onPoint(true)}
      onPointerLeave={() => onPoint(false)}
    >
      <rect className="bar-reach" x={x - 4} y={top} width={width + 8} height={lineHeight} />
      <Baseline row={row} top={top} scale={scale} />
      <Slack row={row} span={span} top={top} scale={scale} />
      <Body row={row} span={span} top={top} scale={scale} hatch={hatch} />
      <Ghost ghost={look.ghost} top={top} scale={scale} />
      {look.ghost === null ? <Word row={row} x={x + width + 6} y={top + barTop + 11} /> : null}
      {mayPull && !span.isMoment ? (
        <rect
          className="bar-edge"
          x={x + width - 5}
          y={top + barTop}
          width={8}
          height={barHeight}
          onPointerDown={(event) => onGrip(event, "end")}
        />
      ) : null}
    </g>
  );
}

function Body({ row, span, top, scale, hatch }: Pick<BarProps, "row" | "span" | "top" | "scale" | "hatch">) {
  const x = xOf(scale, span.from);
  const y = top + barTop;
  const width = widthOf(scale, span);
  if (span.isMoment) {
    const shape = `M${String(x)} ${String(y - 1)} l8 8 l-8 8 l-8 -8 z`;
    return (
      <>
        <path className="bar-body" d={shape} />
        {row.critical ? <path className="bar-critical" d={shape} fill={`url(#${hatch})`} /> : null}
      </>
    );
  }
  if (row.isGroup) return <path className="bar-body" d={bracket(x, y, width)} />;
  return (
    <>
      <rect className="bar-body" x={x} y={y} width={width} height={barHeight} rx={3} />
      {row.critical ? (
        <rect className="bar-critical" x={x} y={y} width={width} height={barHeight} rx={3} fill={`url(#${hatch})`} />
      ) : null}
    </>
  );
}

function bracket(x: number, y: number, width: number): string {
  return `M${String(x)} ${String(y + 4)} h${String(width)} v8 l-4 -4 h${String(8 - width)} l-4 4 z`;
}

/** A thin line to the last day on which the step may end. */
function Slack({ row, span, top, scale }: Pick<BarProps, "row" | "span" | "top" | "scale">) {
  if (row.done || row.isGroup || row.lateDay === null || (row.slackDays ?? 0) <= 0) return null;
  const y = top + barTop + barHeight / 2;
  const [from, to] = [xOf(scale, span.to), xOf(scale, dayNumber(row.lateDay) + 1)];
  if (to <= from + 1) return null;
  return <path className="bar-slack" d={`M${String(from)} ${String(y)} H${String(to)} m0 -3 v6`} />;
}

function Baseline({ row, top, scale }: Pick<BarProps, "row" | "top" | "scale">) {
  if (row.base === null) return null;
  const x = xOf(scale, dayNumber(row.base.start));
  const end = xOf(scale, dayNumber(row.base.finish) + (row.base.finish.endsWith("T00:00") ? 0 : 1));
  return (
    <rect className="bar-base" x={x} y={top + barTop + barHeight + 3} width={Math.max(4, end - x)} height={4} rx={1} />
  );
}

/** A heading's line: from its first step to its last. */
export function GroupBar({ line, top, scale }: { readonly line: Line; readonly top: number; readonly scale: Scale }) {
  if (line.span === null) return null;
  const x = xOf(scale, line.span.from);
  const y = top + lineHeight / 2;
  const end = xOf(scale, line.span.to);
  return (
    <path
      className="phase-bar"
      d={`M${String(x)} ${String(y + 5)} V${String(y - 2)} H${String(end)} V${String(y + 5)}`}
      aria-hidden="true"
    />
  );
}

function Ghost({ ghost, top, scale }: Pick<BarLook, "ghost"> & Pick<BarProps, "top" | "scale">) {
  if (ghost === null) return null;
  const place = { x: xOf(scale, ghost.from), y: top + barTop - 3, width: widthOf(scale, ghost), height: barHeight + 6 };
  return <rect className="bar-ghost" {...place} rx={4} />;
}

/** What the colour says, in a word. */
function Word({ row, x, y }: { readonly row: StepRow; readonly x: number; readonly y: number }) {
  const kind = row.isLate ? "late" : row.critical && !row.isGroup ? "critical" : null;
  if (kind === null) return null;
  return (
    <text className={`bar-word bar-word-${kind}`} x={x} y={y}>
      {[...(row.isLate ? ["late"] : []), ...(row.critical ? ["critical"] : [])].join(", ")}
    </text>
  );
}

function widthOf(scale: Scale, span: Span): number {
  return Math.max(4, xOf(scale, span.to) - xOf(scale, span.from));
}
