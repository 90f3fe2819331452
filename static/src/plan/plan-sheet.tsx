import { useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import type { Line, Span } from "../timeline/outline";
import { lineFrom, spanOf } from "../timeline/outline";
import { linksOf } from "../timeline/links";
import { MovePreview } from "../timeline/move-preview";
import { pictureOf, printedPicture } from "../timeline/picture";
import { lineHeight } from "../timeline/schedule-bar";
import { xOf } from "../timeline/schedule-scale";
import type { Zoom } from "../timeline/schedule-scale";
import { usePull } from "../timeline/use-pull";
import { usePrinting, useStartAt } from "../timeline/use-window";
import { cellField } from "./cell-field";
import { columnsFor } from "./columns";
import type { View } from "./columns";
import type { PlanProps } from "./plan-views";
import { Sheet } from "./sheet";
import type { Bars } from "./sheet";
import { SheetNote } from "./sheet-note";
import { reveal, useCells } from "./use-cells";
import type { Cells } from "./use-cells";
import { useMove } from "./use-move";
import type { Moving } from "./use-move";

interface Props extends PlanProps {
  readonly lines: readonly Line[];
  readonly shown: View;
  readonly zoom: Zoom;
  readonly told: string | null;
  readonly onTell: (item: string | null) => void;
  readonly onFold: (line: Line) => void;
}

/** The sheet with all that can be done on it: moving among cells and bars, writing into cells, pulling bars. */
export function PlanSheet(props: Props) {
  const { view, plan, rows, edits, lines, shown, told, onTell, onFold } = props;
  const canEdit = view.editing.kind === "allowed";
  const frame = useRef<HTMLDivElement>(null);
  const columns = columnsFor(shown, view.baseline !== null);
  const moving = useMove({ view, plan, rows, write: edits.write });
  const cells = useCells({ lines, columns }, frame, {
    canEdit,
    fold: onFold,
    tell: onTell,
    clear: (row, column) => {
      const field = column.field;
      if (field === null || field === "status" || field === "title" || field === "finish") return;
      edits.write({ step: row.item, field, value: null });
    },
  });
  const { bars, row } = useBars({ ...props, canEdit, cells, moving, frame: frame });
  const held = rows.rows.find(({ item }) => item === moving.pull?.item);
  return (
    <div className={`step-views step-views-${shown}`} onKeyDown={(event) => undoBy(event, edits)}>
      <Sheet
        frame={frame}
        lines={lines}
        columns={columns}
        cells={cells}
        canEdit={canEdit}
        told={told}
        bars={bars}
        editor={(line, column) => cellField({ ...props, cells, line, column })}
        onFold={onFold}
      />
      {held ? (
        <MovePreview row={held} preview={moving.preview} onKeep={moving.keep} onCancel={moving.cancel} />
      ) : (
        <SheetNote row={row} shown={shown} plan={plan} editing={view.editing} />
      )}
    </div>
  );
}

function undoBy(event: KeyboardEvent, { undo, redo }: Props["edits"]): void {
  const isWriting = event.target instanceof Element && event.target.matches("input, select");
  if (isWriting || !(event.ctrlKey || event.metaKey)) return;
  const act = event.key === "z" ? undo : event.key === "Z" || event.key === "y" ? redo : null;
  if (act === null) return;
  event.preventDefault();
  act();
}

interface BarsAsked extends Props {
  readonly canEdit: boolean;
  readonly cells: Cells;
  readonly moving: Moving;
  readonly frame: React.RefObject<HTMLDivElement | null>;
}

/** The page lets the picture be no wider than this beside the names. */
const screenWidth = 1000;

function useBars({ view, rows, lines, shown, zoom, canEdit, moving, frame, onTell }: BarsAsked) {
  const printing = usePrinting();
  const [picked, setPicked] = useState<string | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const picture = printing
    ? printedPicture(rows, view.marks)
    : pictureOf(rows, { marks: view.marks, zoom, room: screenWidth });
  const { scale } = picture;
  const { pull, take, preview } = moving;
  const covered = columnsFor(shown, view.baseline !== null).reduce((sum, { width }) => sum + width, 0);
  const start = shown === "table" ? 0 : xOf(scale, placeOf(rows, picture.today));
  const firstOpen = lines.findIndex(({ row }) => row !== null && !row.done && !row.isGroup);
  useStartAt(frame, {
    x: start,
    y: shown === "table" ? 0 : Math.max(0, firstOpen - 3) * lineHeight,
    covered,
    look: `${shown} ${zoom}`,
  });
  const grip = usePull({ perDay: scale.perDay, onPull: take, onDrop: () => {} });
  const active =
    lines.find(({ id, span }) => id === picked && span !== null) ??
    lines.find(({ row, span }) => row !== null && span !== null && !row.done);
  const press = (event: KeyboardEvent) => {
    if (moving.press(event) || !active) return;
    if (event.key === "Enter") return onTell(active.id);
    if (event.key === " " && canEdit && active.row?.isGroup === false) {
      event.preventDefault();
      return take({ item: active.id, edge: "whole", days: 0 });
    }
    const next = lineFrom(lines, active.id, event.key);
    if (!next) return;
    event.preventDefault();
    setPicked(next.id);
    reveal(frame.current, lines.indexOf(next));
    focusSoon(frame.current, next.id);
  };
  const told = pointed ?? picked;
  const bars: Bars | null =
    shown === "table" && !printing
      ? null
      : {
          picture,
          links: linksOf(lines, scale),
          picking: { active: active?.id ?? null, told, pick: setPicked, point: setPointed },
          grip: canEdit ? grip : null,
          lifted: pull?.item ?? null,
          ghosts: ghostsOf(preview),
          press,
        };
  return { bars, row: rows.rows.find(({ item }) => item === told) ?? null };
}

/** Today, as long as something is planned there; else the nearest day with work. */
function placeOf({ rows }: PlanProps["rows"], today: number): number {
  const spans = rows.flatMap((row) => spanOf(row) ?? []);
  if (spans.length === 0) return today;
  const first = Math.min(...spans.map(({ from }) => from));
  return Math.max(first, Math.min(today, Math.max(...spans.map(({ to }) => to))));
}

function ghostsOf(preview: Moving["preview"]): ReadonlyMap<string, Span> {
  return new Map(preview?.moves.map(({ item, span }) => [item, span]));
}

/** The bar may be drawn only now that it was picked. */
function focusSoon(box: HTMLElement | null, item: string): void {
  requestAnimationFrame(() => box?.querySelector<SVGGElement>(`[data-step="${CSS.escape(item)}"]`)?.focus());
}
