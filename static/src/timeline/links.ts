import type { DependencyType } from "#domain/plan/plan";
import { lineHeight } from "./schedule-bar";
import type { Line, Span } from "./outline";
import { xOf } from "./schedule-scale";
import type { Scale } from "./schedule-scale";

/** A dependency as it is drawn between two lines. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly top: number;
  readonly bottom: number;
  readonly path: string;
  readonly isCritical: boolean;
}

export function linksOf(lines: readonly Line[], scale: Scale): readonly Link[] {
  const places = new Map(lines.map(({ id, row, span }, at) => [id, { row, span, at }] as const));
  return lines.flatMap(({ id, row, span }, at) =>
    (row?.step.after ?? []).flatMap(({ step, type }): readonly Link[] => {
      const from = places.get(step);
      if (!from?.span || !from.row || !span || row === null) return [];
      const path = elbow(ends(type, { from: from.span, to: span }, scale), [middle(from.at), middle(at)]);
      const isCritical = row.critical && from.row.critical;
      return [{ from: step, to: id, top: Math.min(from.at, at), bottom: Math.max(from.at, at), path, isCritical }];
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
