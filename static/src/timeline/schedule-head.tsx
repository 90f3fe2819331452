import { memo } from "react";
import type { Mark } from "./marks";
import type { Picture } from "./picture";
import { widthOf, xOf } from "./schedule-scale";

const laneHeight = 16;
const tickHeight = 22;

/** As high as the heading of a table at least. */
export const headHeight = (marks: readonly Mark[]): number =>
  tickHeight + laneHeight * (Math.max(-1, ...marks.map(({ lane }) => lane)) + 1) + 4;

/** The days along the top, and by name those that the plan counts from. */
export const ScheduleHead = memo(function ScheduleHead({ picture }: { readonly picture: Picture }) {
  const { scale, ticks, marks } = picture;
  const height = headHeight(marks);
  return (
    <svg className="chart-days" width={widthOf(scale)} height={height} aria-hidden="true">
      {ticks.map(({ day, label }) =>
        label === null ? null : (
          <text key={day} x={xOf(scale, day) + 4} y={15}>
            {label}
          </text>
        ),
      )}
      {marks.map(({ name, word, day, lane, kind }) => {
        const x = xOf(scale, day);
        const y = tickHeight + lane * laneHeight;
        return (
          <g key={`${name} ${String(day)}`} className={`mark mark-${kind}`}>
            <title>{name}</title>
            <line x1={x} x2={x} y1={y} y2={height} />
            <path d={`M${String(x)} ${String(y + 3)} l4 5 l-4 5 l-4 -5 z`} />
            <text x={x + 8} y={y + 12}>
              {word}
            </text>
          </g>
        );
      })}
    </svg>
  );
});
