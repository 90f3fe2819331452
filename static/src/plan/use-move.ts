import { useState } from "react";
import type { KeyboardEvent } from "react";
import type { PlanPageView } from "#contract/plan-page";
import { planDates } from "#domain/schedule/plan-dates";
import type { Plan } from "#domain/plan/plan";
import type { Rows } from "../timeline/step-row";
import { whatIf } from "../timeline/what-if";
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
    preview: written === null ? null : previewOf(written, { view, plan, rows }),
    take,
    keep,
    cancel,
    press,
  };
}

function previewOf(written: Written, { view, plan, rows }: Omit<Asked, "write">): WhatIf {
  const after = applyEdits(plan, [{ ...written, was: null }]);
  return whatIf({ plan, dates: rows.dates }, { plan: after, dates: planDates(after, view.now) }, view.marks);
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, PageUp: -7, PageDown: 7 };

/** Arrows move by a day, page keys by a week; with Shift the end moves and the start stays. */
function pullBy(pull: Pull, { key, shiftKey }: KeyboardEvent): Pull | null {
  const by = steps[key];
  if (by === undefined) return null;
  const edge = shiftKey ? "end" : "whole";
  return { ...pull, edge, days: (edge === pull.edge ? pull.days : 0) + by };
}
