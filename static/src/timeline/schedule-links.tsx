import type { DependencyType } from "#domain/plan/plan";
import { lineHeight } from "./schedule-bar";
import type { Line, Span } from "./outline";
import { xOf } from "./schedule-scale";
import type { Scale } from "./schedule-scale";
import type { Shown } from "./use-window";

interface Props {
  readonly lines: readonly Line[];
  readonly shown: Shown;
  readonly scale: Scale;
  readonly arrow: string;
  /** The step whose dependencies stand out. */
  readonly told: string | null;
}

interface Drawn {
  readonly key: string;
  readonly path: string;
  readonly isTold: boolean;
  readonly isCritical: boolean;
}

/** What waits for what, as far as it runs through what is in sight. */
export function ScheduleLinks({ lines, shown, scale, arrow, told }: Props) {
  return (
    <g className="links" aria-hidden="true">
      {linksIn(lines, shown, { scale, told }).map(({ key, path, isTold, isCritical }) => (
        <path
          key={key}
          className={["dep", isTold ? "dep-told" : "", isCritical ? "dep-critical" : ""].join(" ")}
          markerEnd={`url(#${arrow})`}
          d={path}
        />
      ))}
    </g>
  );
}

function linksIn(
  lines: readonly Line[],
  shown: Shown,
  { scale, told }: { readonly scale: Scale; readonly told: string | null },
): readonly Drawn[] {
  const places = new Map(lines.map(({ id, row, span }, at) => [id, { row, span, at }] as const));
  return lines.flatMap(({ id, row, span }, at) =>
    (row?.step.after ?? []).flatMap(({ step, type }): readonly Drawn[] => {
      const from = places.get(step);
      if (!from?.span || !from.row || !span || row === null) return [];
      const [top, bottom] = [Math.min(from.at, at), Math.max(from.at, at)];
      if (bottom < shown.from || top >= shown.to) return [];
      const path = elbow(ends(type, { from: from.span, to: span }, scale), [middle(from.at), middle(at)]);
      const isCritical = row.critical && from.row.critical;
      return [{ key: `${step} ${id}`, path, isTold: told === id || told === step, isCritical }];
    }),
  );
}

function ends(type: DependencyType, { from, to }: { from: Span; to: Span }, scale: Scale): readonly [number, number] {
  const isFromEnd = type === "FS" || type === "FF";
  const isToStart = type === "FS" || type === "SS";
  return [xOf(scale, isFromEnd ? from.to : from.from), xOf(scale, isToStart ? to.from : to.to)];
}

const middle = (at: number) => at * lineHeight + lineHeight / 2;

/** Down the gap behind the first bar; where the second begins before that, between the lines and back. */
function elbow([x, toX]: readonly [number, number], [y, toY]: readonly [number, number]): string {
  const out = x + 6;
  if (toX >= out + 6) return `M${String(x)} ${String(y)} H${String(out)} V${String(toY)} H${String(toX - 2)}`;
  const between = toY + (toY > y ? -lineHeight / 2 : lineHeight / 2);
  return `M${String(x)} ${String(y)} H${String(out)} V${String(between)} H${String(toX - 10)} V${String(toY)} H${String(toX - 2)}`;
}
