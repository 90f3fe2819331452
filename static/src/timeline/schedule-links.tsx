import type { Link } from "./links";
import type { Shown } from "./use-window";

interface Props {
  readonly links: readonly Link[];
  readonly shown: Shown;
  readonly arrow: string;
  /** The step whose dependencies stand out. */
  readonly told: string | null;
}

/** What waits for what, as far as it runs through what is in sight. */
export function ScheduleLinks({ links, shown, arrow, told }: Props) {
  return (
    <g className="links" aria-hidden="true">
      {links.map(({ from, to, top, bottom, path, isCritical }) => {
        if (bottom < shown.from || top >= shown.to) return null;
        const isTold = told === from || told === to;
        return (
          <path
            key={`${from} ${to}`}
            className={["dep", isTold ? "dep-told" : "", isCritical ? "dep-critical" : ""].join(" ")}
            markerEnd={`url(#${arrow})`}
            d={path}
          />
        );
      })}
    </g>
  );
}
