import { z } from "zod";
import type { Criterion, Dependency, Step } from "#domain/plan/plan";
import { sides, stepKinds, streams } from "#domain/plan/step-kinds";
import {
  anchored,
  dayOrMinute,
  duration,
  id,
  ids,
  lag,
  lean,
  listOf,
  number,
  orNull,
  prose,
  text,
  texts,
  title,
  when,
  writeWhen,
} from "./plan-fields";

import { baseline, constraint, deadline, progress, writeConstraint, writeLean } from "./plan-timing";

export const comparison = z.enum([">", ">=", "<", "<=", "="], { error: "Compare with >, >=, <, <= or =." });

export const side = orNull(z.enum(sides, { error: "Write supplier, buyer or joint." }));

export const workItemKey = orNull(z.string().regex(/^[A-Z][A-Z0-9_]+-[1-9]\d*$/, "Write a work item key as CRM-12."));

const criterion = z
  .strictObject({
    measure: title,
    op: comparison,
    value: number,
    unit: prose,
    by: when,
    from: when,
    holds: z.enum(["by", "throughout"], { error: "Write by or throughout." }).default("by"),
  })
  .transform((read): Criterion => read);

const dependency = z.union(
  [
    id.transform((step): Dependency => ({ step, type: "FS", lag: "0" })),
    z
      .strictObject({
        step: id,
        type: z.enum(["FS", "SS", "FF", "SF"], { error: "Write FS, SS, FF or SF." }).default("FS"),
        lag: lag.default("0"),
      })
      .transform((read): Dependency => read),
  ],
  { error: "Name a step, or write { step: mapping, type: SS, lag: 1d }." },
);

const kind = z.enum(stepKinds, { error: "This kind of step is not known; leave it out if no rule depends on it." });

const stream = z.enum(streams, {
  error: "Write technical, change, training, test, data or support.",
});

export const step = z
  .strictObject({
    id,
    title,
    description: prose,
    owner: orNull(text),
    start: orNull(dayOrMinute),
    anchor: anchored,
    duration: orNull(duration),
    constraint,
    deadline,
    progress,
    baseline,
    calendar: orNull(id),
    after: z
      .union([z.array(dependency), id.transform((one): Dependency[] => [{ step: one, type: "FS", lag: "0" }])], {
        error: "List the steps that come before.",
      })
      .nullish()
      .transform((list) => list ?? []),
    success: listOf(criterion),
    side,
    stream: orNull(stream),
    phase: orNull(text),
    wave: orNull(id),
    parent: orNull(id),
    kind: orNull(kind),
    objective: texts,
    needs: ids,
    departments: texts,
    key: workItemKey,
  })
  .transform((read): Step => read);

/** The keys a reader looks for first are always there, even empty. */
export function writeStep(from: Step): Record<string, unknown> {
  const { after, success, anchor, constraint, progress, baseline, ...rest } = from;
  const timing = {
    anchor: writeWhen(anchor),
    constraint: writeConstraint(constraint),
    progress: writeLean(progress),
    baseline: writeLean(baseline),
  };
  return {
    ...lean({ ...rest, ...timing, success: success.map(writeCriterion) }),
    after: after.map(writeDependency),
  };
}

function writeCriterion(from: Criterion): Record<string, unknown> {
  const { holds, ...rest } = from;
  const written = lean({ ...rest, by: writeWhen(from.by), from: writeWhen(from.from) });
  return holds === "by" ? written : { ...written, holds };
}

function writeDependency(from: Dependency): unknown {
  return from.type === "FS" && from.lag === "0" ? from.step : { step: from.step, type: from.type, lag: from.lag };
}
