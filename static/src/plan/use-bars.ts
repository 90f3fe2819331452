import { useState } from "react";
import type { KeyboardEvent, RefObject } from "react";
import { linksOf } from "../timeline/links";
import type { Line, Span } from "../timeline/outline";
import { lineFrom } from "../timeline/outline";
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

/** What stands beside the bars at least, in pixels. */
const namesWidth = 240;

/** The bars beside the table, and what keys and pointer do to them. */
export function useBars(asked: Asked) {
  const { view, rows, lines, zoom, shown, canEdit, moving, frame } = asked;
  const printing = usePrinting();
  const [picked, setPicked] = useState<string | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const { marks } = view;
  const picture = printing
    ? printedPicture(rows, marks)
    : pictureOf(rows, { marks, zoom, room: document.documentElement.clientWidth - namesWidth });
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
function startOf({ view, plan, lines, shown, zoom }: Asked, picture: Picture) {
  const look = `${shown} ${zoom}`;
  if (shown === "table") return { x: 0, y: 0, covered: 0, look };
  const covered = columnsFor(shown, extraColumns({ plan, view })).reduce((sum, { width }) => sum + width, 0);
  const firstOpen = lines.findIndex(({ row }) => row !== null && !row.done && !row.isGroup);
  const x = xOf(picture.scale, placeOf(lines, picture));
  return { x, y: Math.max(0, firstOpen - 3) * lineHeight, covered, look };
}

/** Today, as long as a bar lies about there; else the nearest one of those that are shown. */
function placeOf(lines: readonly Line[], { today, scale }: Picture): number {
  const spans = lines.flatMap(({ row, span }) => (row === null || row.isGroup || span === null ? [] : [span]));
  const away = ({ from, to }: Span) => Math.max(from - today, today - to, 0);
  const [nearest] = spans.toSorted((a, b) => away(a) - away(b));
  if (nearest === undefined || away(nearest) * scale.perDay < inSight) return today;
  return nearest.from > today ? nearest.from : nearest.to;
}

/** Pixels beside today that are in sight on most pages. */
const inSight = 200;

function ghostsOf(preview: Moving["preview"]): ReadonlyMap<string, Span> {
  return new Map(preview?.moves.map(({ item, span }) => [item, span]));
}

/** The bar may be drawn only now that it was picked. */
function focusSoon(box: HTMLElement | null, item: string): void {
  requestAnimationFrame(() => box?.querySelector<SVGGElement>(`[data-step="${CSS.escape(item)}"]`)?.focus());
}
