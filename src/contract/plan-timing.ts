import { z } from "zod";
import type { Constraint, DatedConstraint, StepBaseline, StepProgress } from "#domain/plan/step-timing";
import { dayOrMinute, duration, lean, numberWithin, orNull } from "./plan-fields";

const undated = z.enum(["as-late-as-possible", "must-start-on", "by-hand"]).transform((kind): Constraint => ({ kind }));

const on = dayOrMinute;
const dated = [
  z.strictObject({ "must-finish-on": on }).transform((read) => held("must-finish-on", read["must-finish-on"])),
  z
    .strictObject({ "start-no-later-than": on })
    .transform((read) => held("start-no-later-than", read["start-no-later-than"])),
  z
    .strictObject({ "finish-no-earlier-than": on })
    .transform((read) => held("finish-no-earlier-than", read["finish-no-earlier-than"])),
  z
    .strictObject({ "finish-no-later-than": on })
    .transform((read) => held("finish-no-later-than", read["finish-no-later-than"])),
] as const;

function held(kind: DatedConstraint, on: string): Constraint {
  return { kind, on };
}

/** `as-late-as-possible`, or `{ finish-no-later-than: 2026-03-10 }`. */
export const constraint = orNull(
  z.union([undated, ...dated], {
    error:
      "Write as-late-as-possible, must-start-on or by-hand, or one of must-finish-on, start-no-later-than, finish-no-earlier-than and finish-no-later-than as { finish-no-later-than: 2026-03-10 }.",
  }),
);

export const deadline = orNull(dayOrMinute);

export const progress = orNull(
  z
    .strictObject({
      percent: orNull(numberWithin(0, 100).pipe(z.number().min(0, "Write 0 to 100.").max(100, "Write 0 to 100."))),
      started: orNull(dayOrMinute),
      finished: orNull(dayOrMinute),
      remaining: orNull(duration),
    })
    .transform((read): StepProgress => read),
);

export const baseline = orNull(
  z.strictObject({ start: orNull(dayOrMinute), finish: orNull(dayOrMinute) }).transform((read): StepBaseline => read),
);

export function writeConstraint(from: Constraint | null): unknown {
  return from === null ? null : "on" in from ? { [from.kind]: from.on } : from.kind;
}

export function writeLean(from: object | null): unknown {
  return from === null ? null : lean(from);
}
