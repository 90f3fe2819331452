import { useContext, useEffect, useRef, useState } from "react";
import type { KeyboardEvent, RefObject } from "react";
import { OpeningContext } from "../parts/opening";
import { lineHeight } from "./schedule-bar";
import { barFrom } from "./schedule-lines";
import type { Bar, Line } from "./schedule-lines";
import { xOf } from "./schedule-scale";
import type { Scale } from "./schedule-scale";

interface Drawn {
  readonly lines: readonly Line[];
  readonly bars: readonly Bar[];
  readonly scale: Scale;
  readonly frame: RefObject<HTMLDivElement | null>;
}

interface Picking {
  /** The one bar that the tab key reaches: the first that is not done, until another was picked. */
  readonly active: string | null;
  /** The one that is told about: pointed at, or picked. */
  readonly told: string | null;
  readonly press: (event: KeyboardEvent) => void;
  readonly pick: (item: string) => void;
  readonly point: (item: string | null) => void;
}

/** Moves among the bars by keyboard. The one that is reached is drawn even where it is out of sight, so that it can take the focus. */
export function useBars({ lines, bars, scale, frame }: Drawn): Picking {
  const { openItem } = useContext(OpeningContext);
  const [picked, setPicked] = useState<string | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const moved = useRef(false);
  const here = bars.find(({ row }) => row.item === picked) ?? bars.find(({ row }) => !row.done) ?? bars[0];
  const active = here?.row.item ?? null;
  useEffect(() => {
    if (!moved.current || active === null) return;
    moved.current = false;
    frame.current?.querySelector<SVGGElement>(`[data-step="${CSS.escape(active)}"]`)?.focus();
  }, [active, frame]);
  const press = (event: KeyboardEvent) => {
    if (!here) return;
    if (event.key === "Enter" && here.row.key !== null) return openItem(here.row.key);
    const next = barFrom(bars, here.row.item, event.key);
    if (!next) return;
    event.preventDefault();
    moved.current = true;
    setPicked(next.row.item);
    reveal(frame.current, lines.indexOf(next) * lineHeight, xOf(scale, next.from));
  };
  return { active, told: pointed ?? picked, press, pick: setPicked, point: setPointed };
}

/** Brings a bar into sight with as little movement as it takes; the head covers some of the frame. */
function reveal(box: HTMLDivElement | null, y: number, x: number): void {
  if (!box) return;
  const room = box.clientHeight - 120;
  if (y < box.scrollTop) box.scrollTop = y;
  else if (y > box.scrollTop + room) box.scrollTop = y - room;
  const wide = box.clientWidth / 2;
  if (x < box.scrollLeft || x > box.scrollLeft + wide) box.scrollLeft = x - wide / 2;
}
