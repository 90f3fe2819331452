import { useEffect, useRef, useState } from "react";
import type { KeyboardEvent, RefObject } from "react";
import type { Line } from "../timeline/outline";
import { lineHeight } from "../timeline/schedule-bar";
import type { StepRow } from "../timeline/step-row";
import type { Then } from "./cell-editor";
import { foldBy, placeFrom } from "./cell-keys";
import type { Place, Sheet } from "./cell-keys";
import { isEditable } from "./columns";
import type { Column } from "./columns";

export interface Editing extends Place {
  /** What the field begins with; null: what stands in the cell. */
  readonly typed: string | null;
}

export interface Cells {
  readonly place: Place | null;
  readonly editing: Editing | null;
  readonly go: (place: Place) => void;
  readonly edit: (place: Place) => void;
  readonly leave: () => void;
  /** After a value was kept: the focus goes on from the cell. */
  readonly follow: (then: Then) => void;
  readonly press: (event: KeyboardEvent) => void;
}

interface Acts {
  readonly canEdit: boolean;
  readonly fold: (line: Line, fold: "open" | "close") => void;
  readonly clear: (row: StepRow, column: Column) => void;
  readonly tell: (item: string) => void;
}

const thenKeys = { below: "ArrowDown", beside: "ArrowRight", before: "ArrowLeft" } as const;

/** Moving among the cells of a sheet and into them, by keyboard. */
export function useCells(sheet: Sheet, frame: RefObject<HTMLElement | null>, acts: Acts): Cells {
  const [chosen, setPlace] = useState<Place | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const place = standing(chosen, sheet);
  const focusNext = useFocus(frame, editing === null ? place : null);
  const go = (next: Place) => {
    focusNext();
    setPlace(next);
    reveal(
      frame.current,
      sheet.lines.findIndex(({ id }) => id === next.line),
    );
  };
  const begin = (at: Place, typed: string | null) => {
    setPlace(at);
    setEditing({ ...at, typed });
  };
  const press = (event: KeyboardEvent) => {
    const line = sheet.lines.find(({ id }) => id === place?.line);
    const column = sheet.columns.find(({ id }) => id === place?.column);
    if (place === null || !line || !column) return;
    const fold = foldBy(line, column.id, event.key);
    const key = event.ctrlKey && /^(Home|End)$/.test(event.key) ? `Control ${event.key}` : event.key;
    const next = event.altKey ? null : placeFrom(place, key, sheet);
    const open = (typed: string | null) => begin(place, typed);
    const act =
      fold !== null
        ? () => acts.fold(line, fold)
        : next !== null
          ? () => go(next)
          : actOf(event, { row: line.row, column, acts, open });
    if (act === null) return;
    event.preventDefault();
    act();
  };
  const leave = () => {
    focusNext();
    setEditing(null);
  };
  const follow = (then: Then) => {
    leave();
    const next = then === "here" || place === null ? null : placeFrom(place, thenKeys[then], sheet);
    if (next !== null) go(next);
  };
  return { place, editing, go, edit: (at) => begin(at, null), leave, follow, press };
}

/** The cell is drawn first and focused then. */
function useFocus(frame: RefObject<HTMLElement | null>, place: Place | null): () => void {
  const moved = useRef(false);
  useEffect(() => {
    if (!moved.current || place === null) return;
    moved.current = false;
    const name = `${place.line}/${place.column}`;
    frame.current?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(name)}"]`)?.focus({ preventScroll: true });
  });
  return () => {
    moved.current = true;
  };
}

interface Under {
  readonly row: StepRow | null;
  readonly column: Column;
  readonly acts: Acts;
  readonly open: (typed: string | null) => void;
}

/** What a key does to the cell it is pressed in; null: nothing. */
function actOf(event: KeyboardEvent, { row, column, acts, open }: Under): (() => void) | null {
  if (row === null || event.metaKey || event.ctrlKey || event.altKey) return null;
  const mayEdit = acts.canEdit && isEditable(column, row);
  if (event.key === " ") return () => acts.tell(row.item);
  if (event.key === "Enter" || event.key === "F2") return () => (mayEdit ? open(null) : acts.tell(row.item));
  if (!mayEdit || column.field === "status") return null;
  if (event.key === "Delete") return () => acts.clear(row, column);
  // “?” asks for the keys of the page, in the table as well.
  return event.key.length === 1 && event.key !== "?" ? () => open(event.key) : null;
}

/** The cell the tab key reaches: the first until another was chosen, and never one that is not there. */
function standing(chosen: Place | null, { lines, columns }: Sheet): Place | null {
  const line = lines.find(({ id }) => id === chosen?.line) ?? lines[0];
  const column = columns.find(({ id }) => id === chosen?.column && line?.row !== null) ?? columns[0];
  return line && column ? { line: line.id, column: column.id } : null;
}

/** Brings a line into sight with as little movement as it takes; the head covers some of the frame. */
export function reveal(box: HTMLElement | null, line: number): void {
  if (!box || line < 0) return;
  const y = line * lineHeight;
  const room = box.clientHeight - 130;
  if (y < box.scrollTop) box.scrollTop = y;
  else if (y > box.scrollTop + room) box.scrollTop = y - room;
}
