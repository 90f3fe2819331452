import { useMemo, useState } from "react";
import type { KeyboardEvent } from "react";
import type { PlanPageView } from "#contract/plan-page";
import { instantOf } from "#domain/calendar/zone";
import { stepDay } from "#domain/plan/step-day";
import { withActuals } from "#domain/schedule/actuals";
import { openMoves } from "#domain/schedule/move-step";
import { planDates, seenNetwork } from "#domain/schedule/plan-dates";
import type { Plan } from "#domain/plan/plan";
import { actualsIn } from "../timeline/step-row";
import type { Rows } from "../timeline/step-row";
import { whatIf, whatIfMoved } from "../timeline/what-if";
import type { WhatIf } from "../timeline/what-if";
import type { Written } from "./edit-trail";
import { pulledValue } from "./moved-step";
import type { Pull } from "./moved-step";
import { applyEdits } from "./step-field";

export interface Moving {
  readonly pull: Pull | null;
  /** What the pull would do; null while it does nothing. */
  readonly preview: WhatIf | null;
  readonly take: (pull: Pull) => void;
  readonly keep: () => void;
  readonly cancel: () => void;
  /** True when the key was meant for the bar that is held. */
  readonly press: (event: KeyboardEvent) => boolean;
}

interface Asked {
  readonly view: PlanPageView;
  readonly plan: Plan;
  readonly rows: Rows;
  readonly write: (written: Written) => void;
}

/** A bar that is held: what letting go there would do is worked out before anything is changed. */
export function useMove({ view, plan, rows, write }: Asked): Moving {
  const [pull, take] = useState<Pull | null>(null);
  const row = rows.rows.find(({ item }) => item === pull?.item);
  const pulled = pull === null || !row ? null : pulledValue(plan, row, pull);
  const written = pulled === null || pull === null ? null : { step: pull.item, ...pulled };
  // A drag asks at every day the pointer comes by. Ready once, a thousand steps answer in 1 ms instead of 8.
  const isHeld = pull !== null;
  const moves = useMemo(() => (isHeld ? openMoves(networkOf(plan, view)) : null), [isHeld, plan, view]);
  const cancel = () => take(null);
  const keep = () => {
    if (written !== null) write(written);
    cancel();
  };
  const press = (event: KeyboardEvent): boolean => {
    if (pull === null) return false;
    const next = pullBy(pull, event);
    if (next !== null) take(next);
    else if (event.key === "Enter") keep();
    else if (event.key === "Escape") cancel();
    else return false;
    event.preventDefault();
    return true;
  };
  return {
    pull,
    preview: written === null ? null : previewOf(written, { view, plan, rows, moves }),
    take,
    keep,
    cancel,
    press,
  };
}

interface Previewed extends Omit<Asked, "write"> {
  readonly moves: ReturnType<typeof openMoves> | null;
}

function previewOf(written: Written, { view, plan, rows, moves }: Previewed): WhatIf {
  const after = applyEdits(plan, [{ ...written, was: null }]);
  const side = { plan: after, dates: rows.dates };
  const start = written.field === "start" ? startIn(after, written.step) : null;
  const moved = start === null || moves?.kind !== "moves" ? null : moves.move(written.step, start);
  if (moved !== null) return whatIfMoved(moved, side, view.marks);
  return whatIf(
    { plan, dates: rows.dates },
    { plan: after, dates: planDates(after, view.now, actualsIn(view)) },
    view.marks,
  );
}

/** The instant from which a step may start; null when only what comes before it says. */
function startIn(plan: Plan, item: string): number | null {
  const step = plan.steps.find(({ id }) => id === item);
  const day = step === undefined ? null : stepDay(plan, step);
  return day === null ? null : instantOf(day, step?.start?.slice(11, 16) || "00:00", plan.zone);
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, PageUp: -7, PageDown: 7 };

/** Arrows move by a day, page keys by a week; with Shift the end moves and the start stays. */
function pullBy(pull: Pull, { key, shiftKey }: KeyboardEvent): Pull | null {
  const by = steps[key];
  if (by === undefined) return null;
  const edge = shiftKey ? "end" : "whole";
  return { ...pull, edge, days: (edge === pull.edge ? pull.days : 0) + by };
}

function networkOf(plan: Plan, view: PlanPageView) {
  return withActuals(seenNetwork(plan, view.now), actualsIn(view));
}
