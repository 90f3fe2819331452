import { useEffect, useRef } from "react";
import type { PointerEvent } from "react";
import type { Edge } from "./schedule-bar";

export interface Gripped {
  readonly item: string;
  readonly edge: Edge;
}

export type Grip = (event: PointerEvent<SVGElement>, gripped: Gripped) => void;

interface Handlers {
  readonly perDay: number;
  readonly onPull: (pull: Gripped & { readonly days: number }) => void;
}

/** Less than this is a click by an unsteady hand. */
const leastPixels = 4;

/** A bar that is held follows the pointer in whole days; letting go is not yet a change. */
export function usePull(handlers: Handlers): Grip {
  // The bars are drawn anew while one is pulled, so what listens must find the newest handlers.
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  return (event, gripped) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    const from = event.clientX;
    const bar = event.currentTarget;
    bar.setPointerCapture(event.pointerId);
    let days = 0;
    const move = ({ clientX }: globalThis.PointerEvent) => {
      const { perDay, onPull } = latest.current;
      const next = Math.abs(clientX - from) < leastPixels ? 0 : Math.round((clientX - from) / perDay);
      if (next === days) return;
      days = next;
      onPull({ ...gripped, days });
    };
    const over = new AbortController();
    const leave = ({ key }: KeyboardEvent) => {
      if (key === "Escape") over.abort();
    };
    const { signal } = over;
    bar.addEventListener("pointermove", move, { signal });
    bar.addEventListener("pointerup", () => over.abort(), { signal });
    bar.addEventListener("pointercancel", () => over.abort(), { signal });
    window.addEventListener("keydown", leave, { signal });
  };
}
