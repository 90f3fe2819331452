import { useLayoutEffect, useRef, useState } from "react";
import type { RefObject } from "react";
import { flushSync } from "react-dom";

export interface Shown {
  readonly from: number;
  readonly to: number;
}

/** How many lines are drawn beyond what is seen, so that a quick scroll meets no blank. */
const spare = 12;

/** Which lines of a long list are in sight. Steps of a few lines keep a scroll from drawing at every pixel. */
export function useWindow(frame: RefObject<HTMLDivElement | null>, lineHeight: number): readonly [Shown, () => void] {
  const [shown, setShown] = useState<Shown>({ from: 0, to: 60 });
  const look = () => {
    const { scrollTop = 0, clientHeight = 0 } = frame.current ?? {};
    const from = Math.max(0, Math.floor(scrollTop / lineHeight / 4) * 4 - spare);
    const to = Math.ceil((scrollTop + clientHeight) / lineHeight / 4) * 4 + spare;
    setShown((before) => (before.from === from && before.to === to ? before : { from, to }));
  };
  return [shown, look];
}

interface Start {
  readonly x: number;
  readonly y: number;
  /** What covers the left of the frame. */
  readonly covered: number;
  /** A new one is a new look at the plan. */
  readonly look: string;
}

/** Puts a place in the middle when the look changes; nothing else may take the reader's own place away. */
export function useStartAt(frame: RefObject<HTMLDivElement | null>, { x, y, covered, look }: Start): void {
  const placed = useRef("");
  useLayoutEffect(() => {
    const box = frame.current;
    if (!box || placed.current === look) return;
    placed.current = look;
    box.scrollTo({ left: Math.max(0, x - (box.clientWidth - covered) / 2), top: y });
  }, [frame, x, y, covered, look]);
}

/** True while the page is being printed: then everything is drawn, and as wide as the sheet. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useLayoutEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  return printing;
}
