import { memo } from "react";
import type { Picture } from "./picture";
import { widthOf, xOf } from "./schedule-scale";

interface Props {
  readonly picture: Picture;
  readonly height: number;
}

/** What lies behind the bars. It does not change while one scrolls; drawing a thousand days anew took a frame and a half. */
export const ScheduleGrid = memo(function ScheduleGrid({ picture, height }: Props) {
  const { scale, ticks, marks, freezes, offDays } = picture;
  return (
    <svg className="chart-back" width={widthOf(scale)} height={height} aria-hidden="true">
      {offDays.map((day) => (
        <rect key={day} className="day-off" x={xOf(scale, day)} width={scale.perDay} y={0} height={height} />
      ))}
      {freezes.map(({ name, from, to }) => (
        <rect
          key={`${name} ${String(from)}`}
          className="freeze"
          x={xOf(scale, from)}
          width={Math.max(3, (to - from) * scale.perDay)}
          y={0}
          height={height}
        />
      ))}
      {ticks.map(({ day, label }) => (
        <line
          key={day}
          className={label === null ? "grid grid-minor" : "grid"}
          x1={xOf(scale, day)}
          x2={xOf(scale, day)}
          y1={0}
          y2={height}
        />
      ))}
      {marks.map(({ name, day, kind }) => (
        <line
          key={`${name} ${String(day)}`}
          className={`anchor anchor-${kind}`}
          x1={xOf(scale, day)}
          x2={xOf(scale, day)}
          y1={0}
          y2={height}
        />
      ))}
    </svg>
  );
});
