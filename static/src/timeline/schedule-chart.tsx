import type { PlanTableRow, PlanTableView } from "#contract/plans";
import { lineHeight } from "./schedule-bar";
import { ScheduleBody } from "./schedule-body";
import { headHeight, ScheduleHead } from "./schedule-head";
import { ScheduleLabels } from "./schedule-labels";
import { linesOf, marksOf } from "./schedule-lines";
import type { Bar } from "./schedule-lines";
import { ScheduleNote } from "./schedule-note";
import { dayNumber, filling, fitted, scaleAround, ticksOf, widthOf, xOf } from "./schedule-scale";
import type { Zoom } from "./schedule-scale";
import { useBars } from "./use-bars";
import { usePrinting, useStartAt, useWindow } from "./use-window";

interface Props {
  readonly view: PlanTableView;
  readonly rows: readonly PlanTableRow[];
  readonly zoom: Zoom;
}

/** What is left of a landscape sheet beside the names. */
const sheetWidth = 740;
/** The widest the page lets the picture be. */
const screenWidth = 1000;

/** The steps as bars along the days. Only what is in sight is drawn; the table holds the same and more. */
export function ScheduleChart({ view, rows, zoom }: Props) {
  const [frame, shown, look] = useWindow(lineHeight);
  const printing = usePrinting();
  const lines = linesOf(rows);
  const bars = lines.filter((line) => line.kind === "bar");
  const today = dayNumber(view.today);
  const scale = scaleOf(view, bars, { zoom, printing });
  const { active, told, press, pick, point } = useBars({ lines, bars, scale, frame });
  useStartAt(frame, xOf(scale, today), zoom);
  if (bars.length === 0) return <p className="subtle">No step of these has dates yet.</p>;
  const marks = marksOf([...view.anchors, { name: "Today", day: view.today }], scale.perDay);
  const seen = printing ? { from: 0, to: lines.length } : shown;
  return (
    <figure className="chart">
      <div
        className="chart-frame"
        ref={frame}
        onScroll={look}
        onKeyDown={press}
        role="group"
        aria-label={`Timeline of ${String(bars.length)} steps. Arrow keys move between bars, Enter opens the work item. The table holds the same.`}
      >
        <div className="chart-sheet" style={{ gridTemplateColumns: `var(--names) ${String(widthOf(scale))}px` }}>
          <div className="chart-corner" style={{ height: headHeight(marks) }} />
          <div className="chart-head">
            <ScheduleHead scale={scale} ticks={ticksOf(scale)} marks={marks} today={today} />
          </div>
          <ScheduleLabels lines={lines} shown={seen} active={told} />
          <ScheduleBody
            lines={lines}
            shown={seen}
            scale={scale}
            marks={marks}
            active={active}
            linksOf={told}
            onPick={pick}
            onPoint={point}
          />
        </div>
      </div>
      <ScheduleNote bar={bars.find(({ row }) => row.item === told) ?? null} zone={view.zone} />
    </figure>
  );
}

function scaleOf(view: PlanTableView, bars: readonly Bar[], { zoom, printing }: { zoom: Zoom; printing: boolean }) {
  const days = [
    dayNumber(view.today),
    ...view.anchors.map(({ day }) => dayNumber(day)),
    ...bars.flatMap(({ from, to }) => [from, to]),
  ];
  const scale = scaleAround(days, zoom);
  return printing ? fitted(scale, sheetWidth) : filling(scale, screenWidth);
}
