import { useRef } from "react";
import type { KeyboardEvent } from "react";
import type { Line } from "../timeline/outline";
import { MovePreview } from "../timeline/move-preview";
import type { Zoom } from "../timeline/schedule-scale";
import { cellField } from "./cell-field";
import { columnsFor, extraColumns } from "./columns";
import type { View } from "./columns";
import type { PlanProps } from "./plan-views";
import { Sheet } from "./sheet";
import { SheetNote } from "./sheet-note";
import { useBars } from "./use-bars";
import { useCells } from "./use-cells";
import { useMove } from "./use-move";

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
  const columns = columnsFor(shown, extraColumns({ plan, view }));
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
  const { bars, row } = useBars({ ...props, canEdit, moving, frame: frame });
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
