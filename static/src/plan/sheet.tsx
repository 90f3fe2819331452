import type { KeyboardEvent, ReactNode, RefObject } from "react";
import { lineHeight } from "../timeline/schedule-bar";
import { ScheduleBody } from "../timeline/schedule-body";
import type { Picking } from "../timeline/schedule-body";
import { ScheduleGrid } from "../timeline/schedule-grid";
import { headHeight, ScheduleHead } from "../timeline/schedule-head";
import type { Line, Span } from "../timeline/outline";
import type { Link } from "../timeline/links";
import type { Picture } from "../timeline/picture";
import { widthOf } from "../timeline/schedule-scale";
import type { Grip } from "../timeline/use-pull";
import { usePrinting, useWindow } from "../timeline/use-window";
import type { Shown } from "../timeline/use-window";
import { tracksOf } from "./columns";
import type { Column } from "./columns";
import { SheetRow } from "./sheet-row";
import type { Cells } from "./use-cells";

export interface Bars {
  readonly picture: Picture;
  readonly links: readonly Link[];
  readonly picking: Picking;
  readonly grip: Grip | null;
  readonly lifted: string | null;
  readonly ghosts: ReadonlyMap<string, Span>;
  readonly press: (event: KeyboardEvent) => void;
}

interface Props {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly lines: readonly Line[];
  readonly columns: readonly Column[];
  readonly cells: Cells;
  readonly canEdit: boolean;
  readonly told: string | null;
  /** Null: the table alone. */
  readonly bars: Bars | null;
  readonly editor: (line: Line, column: Column) => ReactNode;
  readonly onFold: (line: Line) => void;
}

/** Table and timeline on one sheet: a step is one line, and both scroll as one. Only what is in sight is drawn. */
export function Sheet(props: Props) {
  const { frame, bars, lines } = props;
  // Here, and no higher: what scrolls must not draw the rest anew.
  const [inSight, look] = useWindow(frame, lineHeight);
  const shown = usePrinting() ? { from: 0, to: lines.length } : inSight;
  const head = bars === null ? 36 : Math.max(36, headHeight(bars.picture.marks));
  return (
    <div className={bars === null ? "sheet" : "sheet sheet-bars"} ref={frame} onScroll={look}>
      <div className="sheet-inside">
        <GridSide {...props} shown={shown} head={head} />
        {bars === null ? null : <Drawing lines={lines} bars={bars} shown={shown} head={head} />}
      </div>
    </div>
  );
}

interface GridProps extends Props {
  readonly shown: Shown;
  readonly head: number;
}

function GridSide({ shown, head, ...props }: GridProps) {
  const { lines, columns, cells, canEdit, told, editor, onFold } = props;
  return (
    <div
      className="sheet-left"
      role="treegrid"
      aria-label="Steps of the plan"
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length}
      onKeyDown={cells.press}
    >
      <div
        role="row"
        aria-rowindex={1}
        className="sheet-head"
        style={{ height: head, gridTemplateColumns: tracksOf(columns) }}
      >
        {columns.map(({ id, title }) => (
          <div key={id} role="columnheader" className={`cell-${id}`}>
            {title}
          </div>
        ))}
      </div>
      <div role="rowgroup" className="sheet-lines" style={{ height: lines.length * lineHeight }}>
        {lines.map((line, at) => {
          const isActive = cells.place?.line === line.id;
          if (!isActive && (at < shown.from || at >= shown.to)) return null;
          const opened =
            cells.editing?.line === line.id ? columns.find(({ id }) => id === cells.editing?.column) : undefined;
          return (
            <SheetRow
              key={line.id}
              line={line}
              at={at}
              columns={columns}
              active={isActive ? (cells.place?.column ?? null) : null}
              isTold={told === line.id}
              canEdit={canEdit}
              editor={opened ? { column: opened.id, field: editor(line, opened) } : null}
              onGo={(column) => cells.go({ line: line.id, column: column.id })}
              onEdit={(column) => cells.edit({ line: line.id, column: column.id })}
              onFold={() => onFold(line)}
            />
          );
        })}
      </div>
    </div>
  );
}

interface DrawingProps {
  readonly lines: readonly Line[];
  readonly bars: Bars;
  readonly shown: Shown;
  readonly head: number;
}

function Drawing({ lines, bars, shown, head }: DrawingProps) {
  const { picture, press, ...rest } = bars;
  const many = lines.filter(({ row, span }) => row !== null && span !== null).length;
  return (
    <div
      className="sheet-right"
      role="group"
      aria-label={`Timeline of ${String(many)} steps. Arrow keys lead from bar to bar, Enter shows a step, Space takes hold of it. The table holds the same.`}
      style={{ width: widthOf(picture.scale) }}
      onKeyDown={press}
    >
      <div className="chart-head" style={{ height: head }}>
        <ScheduleHead picture={picture} />
      </div>
      <div className="chart-area" style={{ height: lines.length * lineHeight }}>
        <ScheduleGrid picture={picture} height={lines.length * lineHeight} />
        <ScheduleBody lines={lines} shown={shown} picture={picture} {...rest} />
      </div>
    </div>
  );
}
