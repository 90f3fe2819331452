import { useId } from "react";
import { GroupBar, lineHeight, ScheduleBar } from "./schedule-bar";
import type { Line, Span } from "./outline";
import type { Link } from "./links";
import type { Picture } from "./picture";
import { ScheduleLinks } from "./schedule-links";
import { widthOf } from "./schedule-scale";
import type { Grip } from "./use-pull";
import type { Shown } from "./use-window";

export interface Picking {
  /** The one bar that the tab key reaches. */
  readonly active: string | null;
  /** The one that is told about: pointed at, or picked. */
  readonly told: string | null;
  readonly pick: (item: string) => void;
  readonly point: (item: string | null) => void;
}

interface Props {
  readonly lines: readonly Line[];
  readonly links: readonly Link[];
  readonly shown: Shown;
  readonly picture: Picture;
  readonly picking: Picking;
  /** Null where nothing may be moved. */
  readonly grip: Grip | null;
  readonly lifted: string | null;
  /** Where steps would lie. */
  readonly ghosts: ReadonlyMap<string, Span>;
}

/** The bars in sight, and what waits for what. */
export function ScheduleBody({ lines, links, shown, picture: { scale }, picking, grip, lifted, ghosts }: Props) {
  const name = useId().replaceAll(/[^\w-]/g, "");
  const [hatch, arrow] = [`hatch-${name}`, `arrow-${name}`];
  const linked = linkedTo(links, picking.told);
  return (
    <svg className="chart-body" width={widthOf(scale)} height={lines.length * lineHeight} role="presentation">
      <Patterns hatch={hatch} arrow={arrow} />
      <ScheduleLinks links={links} shown={shown} arrow={arrow} told={picking.told} />
      {lines.map((line, at) => {
        const isActive = line.id === picking.active;
        if (!isActive && (at < shown.from || at >= shown.to)) return null;
        const top = at * lineHeight;
        const { row, span } = line;
        if (row === null || span === null) return <GroupBar key={line.id} line={line} top={top} scale={scale} />;
        return (
          <ScheduleBar
            key={line.id}
            row={row}
            span={span}
            top={top}
            scale={scale}
            hatch={hatch}
            look={{
              isActive,
              isLinked: linked.has(line.id),
              isLifted: lifted === line.id,
              ghost: ghosts.get(line.id) ?? null,
            }}
            canPull={grip !== null}
            onFocus={() => picking.pick(line.id)}
            onPoint={(isOver) => picking.point(isOver ? line.id : null)}
            onGrip={(event, edge) => grip?.(event, { item: line.id, edge })}
          />
        );
      })}
    </svg>
  );
}

function linkedTo(links: readonly Link[], item: string | null): ReadonlySet<string> {
  if (item === null) return new Set();
  const ends = links.filter(({ from, to }) => from === item || to === item);
  return new Set([item, ...ends.flatMap(({ from, to }) => [from, to])]);
}

function Patterns({ hatch, arrow }: { readonly hatch: string; readonly arrow: string }) {
  return (
    <defs>
      <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line className="hatch" x1="0" y1="0" x2="0" y2="6" />
      </pattern>
      <marker id={arrow} viewBox="0 0 6 6" refX="5" refY="3" markerWidth="5" markerHeight="5" orient="auto">
        <path className="link-head" d="M0 0 L6 3 L0 6 z" />
      </marker>
    </defs>
  );
}
