import type { ReactNode } from "react";
import { ItemLink } from "../parts/item-link";
import { lineHeight } from "../timeline/schedule-bar";
import type { Line } from "../timeline/outline";
import type { StepRow } from "../timeline/step-row";
import type { Place } from "./cell-keys";
import { isEditable, sayCell, tracksOf } from "./columns";
import type { Column } from "./columns";

interface Props {
  readonly line: Line;
  readonly at: number;
  readonly columns: readonly Column[];
  /** The cell that the tab key reaches, if it is on this line. */
  readonly active: Place["column"] | null;
  readonly isTold: boolean;
  readonly canEdit: boolean;
  /** The field in the place of a cell, if one is open on this line. */
  readonly editor: { readonly column: Column["id"]; readonly field: ReactNode } | null;
  readonly onGo: (column: Column) => void;
  readonly onEdit: (column: Column) => void;
  readonly onFold: () => void;
}

/** A line of the sheet; its place is given, because most lines are not there. */
export function SheetRow(props: Props) {
  const { line, at, columns, isTold } = props;
  const classes = [
    "sheet-row",
    line.row === null ? "sheet-heading" : "",
    isTold ? "sheet-row-told" : "",
    line.row?.done ? "row-done" : "",
  ];
  return (
    <div
      role="row"
      aria-rowindex={at + 2}
      aria-level={line.depth + 1}
      aria-expanded={line.isOpen ?? undefined}
      className={classes.join(" ")}
      style={{ top: at * lineHeight, gridTemplateColumns: tracksOf(columns) }}
    >
      {(line.row === null ? columns.slice(0, 1) : columns).map((column) => (
        <Cell key={column.id} {...props} column={column} />
      ))}
    </div>
  );
}

function Cell(props: Props & { readonly column: Column }) {
  const { line, column, active, editor, canEdit, onGo, onEdit } = props;
  const { row } = line;
  const isOpen = editor?.column === column.id;
  const mayEdit = canEdit && row !== null && isEditable(column, row);
  const isEdited = row !== null && isChanged(row, column);
  const classes = ["cell", `cell-${column.id}`, column.align === "end" ? "end" : "", isEdited ? "cell-edited" : ""];
  return (
    <div
      role={column.id === "title" ? "rowheader" : "gridcell"}
      data-cell={`${line.id}/${column.id}`}
      tabIndex={active === column.id ? 0 : -1}
      aria-readonly={mayEdit ? undefined : true}
      className={[...classes, mayEdit ? "cell-editable" : ""].join(" ")}
      title={isOpen ? undefined : row === null ? line.name : sayCell(column.id, row)}
      onClick={() => onGo(column)}
      onDoubleClick={() => (mayEdit ? onEdit(column) : undefined)}
    >
      {isOpen ? editor.field : <Shown {...props} />}
      {isEdited && !isOpen ? <span className="unseen">changed, not in Jira yet</span> : null}
    </div>
  );
}

const narrow = 80;

function isChanged({ edited }: StepRow, { field }: Column): boolean {
  if (field === null || field === "status") return false;
  return edited.has(field === "finish" ? "duration" : field);
}

function Shown({ line, column, onFold }: Props & { readonly column: Column }) {
  const { row } = line;
  if (column.id === "title") return <Title line={line} onFold={onFold} />;
  if (row === null) return null;
  const text = sayCell(column.id, row);
  // Beside the bars there is little room, and the years stand above them.
  if (column.width < narrow && (column.id === "start" || column.id === "finish"))
    return <span>{text.replace(/ \d{4}$/, "")}</span>;
  switch (column.id) {
    case "status":
      return <span className={row.done ? "tag tag-good" : "tag"}>{text}</span>;
    case "owner":
      return row.owner === null ? <span className="missing">nobody</span> : <span>{text}</span>;
    case "finish":
      return <span className={row.isLate ? "late" : ""}>{row.isLate ? `${text} late` : text}</span>;
    case "slack":
      return <span className={row.critical ? "critical" : ""}>{text}</span>;
    case "baseline":
      return <span className={row.base !== null && row.base.laterDays > 0 ? "late" : ""}>{text}</span>;
    case "findings":
      return text === "" ? null : <span className="tag tag-warn">{text}</span>;
    case "start":
    case "duration":
    case "after":
    case "phase":
    case "wave":
    case "stream":
    case "side":
      return <span>{text}</span>;
  }
}

function Title({ line, onFold }: { readonly line: Line; readonly onFold: () => void }) {
  const { row } = line;
  return (
    <span className="cell-name" data-depth={Math.min(line.depth, 4)}>
      {line.isOpen === null ? (
        <span className="fold-space" />
      ) : (
        <button type="button" className="fold" tabIndex={-1} aria-hidden="true" onClick={onFold}>
          {line.isOpen ? "▾" : "▸"}
        </button>
      )}
      <span className="cell-words">{line.name}</span>
      {line.isOpen === null ? null : (
        <span className="faint">
          {line.done}/{line.total}
        </span>
      )}
      {row?.key ? (
        <span className="cell-key">
          <ItemLink itemKey={row.key} tabIndex={-1} />
        </span>
      ) : null}
    </span>
  );
}
