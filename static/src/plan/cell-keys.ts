import type { Line } from "../timeline/outline";
import type { Column, ColumnId } from "./columns";

/** The cell that has the focus. */
export interface Place {
  readonly line: string;
  readonly column: ColumnId;
}

export interface Sheet {
  readonly lines: readonly Line[];
  readonly columns: readonly Column[];
}

/** Where a key leads to from a cell; null: nowhere. A heading has one cell only. */
export function placeFrom(place: Place, key: string, { lines, columns }: Sheet): Place | null {
  const at = lines.findIndex(({ id }) => id === place.line);
  const column = columns.findIndex(({ id }) => id === place.column);
  const to = (line: number, next: number): Place | null => {
    const found = lines[Math.min(lines.length - 1, Math.max(0, line))];
    const kept = found?.row === null ? 0 : Math.min(columns.length - 1, Math.max(0, next));
    const under = columns[kept];
    return found && under ? { line: found.id, column: under.id } : null;
  };
  if (at < 0) return to(0, 0);
  switch (key) {
    case "ArrowDown":
      return to(at + 1, column);
    case "ArrowUp":
      return to(at - 1, column);
    case "ArrowRight":
      return to(at, column + 1);
    case "ArrowLeft":
      return to(at, column - 1);
    case "PageDown":
      return to(at + 15, column);
    case "PageUp":
      return to(at - 15, column);
    case "Home":
      return to(at, 0);
    case "End":
      return to(at, columns.length - 1);
    case "Control Home":
      return to(0, 0);
    case "Control End":
      return to(lines.length - 1, columns.length - 1);
    default:
      return null;
  }
}

/** Left closes what is open and right opens what is closed, before they lead anywhere. */
export function foldBy(line: Line, column: ColumnId, key: string): "open" | "close" | null {
  if (column !== "title" || line.isOpen === null) return null;
  if (key === "ArrowRight" && !line.isOpen) return "open";
  return key === "ArrowLeft" && line.isOpen ? "close" : null;
}
