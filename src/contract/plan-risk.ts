import { z } from "zod";
import type { Notice, Risk, Rollback, RunbookStep, Trigger } from "#domain/plan/plan";
import {
  day,
  duration,
  id,
  ids,
  lean,
  listOf,
  number,
  numberWithin,
  orNull,
  prose,
  text,
  title,
  texts,
} from "./plan-fields";
import { comparison, side, workItemKey } from "./plan-step";

/** How far a scale reaches is up to the plan; five steps where it says nothing. */
const score = numberWithin(1, 10).pipe(
  z.number().int("Score it 1 to 5.").min(1, "Score it 1 to 5.").max(10, "A scale has ten steps at most."),
);

export const risk = z
  .strictObject({
    id,
    title,
    description: prose,
    tag: z.enum(["pre-delivery", "post-delivery"], { error: "Tag it pre-delivery or post-delivery." }),
    likelihood: score,
    impact: score,
    residual: z
      .strictObject({ likelihood: score, impact: score })
      .nullish()
      .transform((read) => read ?? null),
    owner: orNull(text),
    side,
    threatens: ids,
    answeredBy: ids,
    proximity: orNull(day),
    response: prose,
    key: workItemKey,
  })
  .transform((read): Risk => read);

const limit = z
  .strictObject({ reading: title, op: comparison, value: number, unit: prose, window: orNull(duration) })
  .transform((read): Trigger => ({ kind: "reading", ...read }));

const parts = z
  .array(z.union([id, z.lazy(() => trigger)]), { error: "List facts or conditions, as in [broken, no-workaround]." })
  .min(1, "Name at least one fact or condition.");

const trigger: z.ZodType<Trigger> = z.union(
  [
    limit,
    z.strictObject({ all: parts }).transform((read): Trigger => ({ kind: "all", of: read.all })),
    z.strictObject({ any: parts }).transform((read): Trigger => ({ kind: "any", of: read.any })),
  ],
  { error: "Write a reading with op and value, or all: […], or any: […]." },
);

const runbookStep = z
  .strictObject({ id, title, owner: orNull(text), duration: orNull(duration), after: ids })
  .transform((read): RunbookStep => read);

const notice = z
  .strictObject({ audience: title, channel: prose, text: prose, owner: orNull(text) })
  .transform((read): Notice => read);

export const rollback = z
  .strictObject({
    id,
    title: prose,
    owner: orNull(text),
    covers: ids,
    triggers: listOf(trigger),
    runbook: listOf(runbookStep),
    communication: listOf(notice),
    lessons: texts,
    key: workItemKey,
  })
  .transform((read): Rollback => read);

export function writeRollback(from: Rollback): Record<string, unknown> {
  return lean({
    ...from,
    triggers: from.triggers.map(writeTrigger),
    runbook: from.runbook.map(lean),
    communication: from.communication.map(lean),
  });
}

function writeTrigger(from: Trigger): Record<string, unknown> {
  if (from.kind !== "reading") {
    return { [from.kind]: from.of.map((part) => (typeof part === "string" ? part : writeTrigger(part))) };
  }
  const { reading, op, value, unit, window } = from;
  return lean({ reading, op, value, unit, window });
}
