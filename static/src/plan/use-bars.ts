import { useState } from "react";
import type { KeyboardEvent, RefObject } from "react";
import { linksOf } from "../timeline/links";
import type { Line, Span } from "../timeline/outline";
import { lineFrom, spanOf } from "../timeline/outline";
import { pictureOf, printedPicture } from "../timeline/picture";
import type { Picture } from "../timeline/picture";
import { lineHeight } from "../timeline/schedule-bar";
import { xOf } from "../timeline/schedule-scale";
import type { Zoom } from "../timeline/schedule-scale";
import { usePull } from "../timeline/use-pull";
import { usePrinting, useStartAt } from "../timeline/use-window";
import { columnsFor, extraColumns } from "./columns";
import type { View } from "./columns";
import type { PlanProps } from "./plan-views";
import type { Bars } from "./sheet";
import { reveal } from "./use-cells";
import type { Moving } from "./use-move";

interface Asked extends PlanProps {
  readonly lines: readonly Line[];
  readonly shown: View;
  readonly zoom: Zoom;
  readonly canEdit: boolean;
  readonly moving: Moving;
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly onTell: (item: string) => void;
}

/** The page lets the picture be no wider than this beside the names. */
const screenWidth = 1000;

/** The bars beside the table, and what keys and pointer do to them. */
export function useBars(asked: Asked) {
  const { view, rows, lines, zoom, shown, canEdit, moving, frame } = asked;
  const printing = usePrinting();
  const [picked, setPicked] = useState<string | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const { marks } = view;
  const picture = printing ? printedPicture(rows, marks) : pictureOf(rows, { marks, zoom, room: screenWidth });
  useStartAt(frame, startOf(asked, picture));
  const grip = usePull({ perDay: picture.scale.perDay, onPull: moving.take });
  const active = reachable(lines, picked);
  const told = pointed ?? picked;
  const bars: Bars = {
    picture,
    links: linksOf(lines, picture.scale),
    picking: { active: active?.id ?? null, told, pick: setPicked, point: setPointed },
    grip: canEdit ? grip : null,
    lifted: moving.pull?.item ?? null,
    ghosts: ghostsOf(moving.preview),
    press: (event) => {
      const act = moving.press(event) || !active ? null : actOf(event, { ...asked, active, pick: setPicked });
      if (act === null) return;
      event.preventDefault();
      act();
    },
  };
  return { bars: shown === "table" ? null : bars, row: rows.rows.find(({ item }) => item === told) ?? null };
}

/** The one bar that the tab key reaches: the first that is not done, until another was picked. */
function reachable(lines: readonly Line[], picked: string | null): Line | undefined {
  const bars = lines.filter(({ row, span }) => row !== null && span !== null);
  return bars.find(({ id }) => id === picked) ?? bars.find(({ row }) => row?.done === false) ?? bars[0];
}

interface Pressed extends Asked {
  readonly active: Line;
  readonly pick: (item: string) => void;
}

function actOf({ key }: KeyboardEvent, { active, lines, canEdit, moving, frame, onTell, pick }: Pressed) {
  if (key === "Enter") return () => onTell(active.id);
  if (key === " ") {
    const mayTake = canEdit && active.row?.isGroup === false;
    return mayTake ? () => moving.take({ item: active.id, edge: "whole", days: 0 }) : null;
  }
  const next = lineFrom(lines, active.id, key);
  if (next === null) return null;
  return () => {
    pick(next.id);
    reveal(frame.current, lines.indexOf(next));
    focusSoon(frame.current, next.id);
  };
}

/** Where one begins to look: the first open step at about today; the table at its beginning. */
function startOf({ view, plan, rows, lines, shown, zoom }: Asked, picture: Picture) {
  const look = `${shown} ${zoom}`;
  if (shown === "table") return { x: 0, y: 0, covered: 0, look };
  const covered = columnsFor(shown, extraColumns({ plan, view })).reduce((sum, { width }) => sum + width, 0);
  const firstOpen = lines.findIndex(({ row }) => row !== null && !row.done && !row.isGroup);
  const x = xOf(picture.scale, placeOf(rows, picture.today));
  return { x, y: Math.max(0, firstOpen - 3) * lineHeight, covered, look };
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
