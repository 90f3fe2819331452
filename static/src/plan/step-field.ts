import type { EditedField, StepEdit } from "#contract/plan-page";
import { findDuration } from "#domain/calendar/duration";
import type { Anchored, Plan, Step } from "#domain/plan/plan";
import { sides, streams } from "#domain/plan/step-kinds";
import { readPredecessors, writePredecessors } from "#formats/table/predecessors";

/** What stands in a field of a step, in the words the table shows and takes. */
export function readField(plan: Plan, step: Step, field: EditedField): string | null {
  switch (field) {
    case "start":
      return step.start ?? (step.anchor === null ? null : spellAnchored(step.anchor));
    case "after":
      return step.after.length === 0 ? null : writePredecessors(step.after, idsOf(plan));
    case "title":
    case "description":
    case "owner":
    case "duration":
    case "phase":
    case "wave":
    case "stream":
    case "side":
      return step[field] === "" ? null : step[field];
  }
}

/** The plan with these changes. A change to what is no longer there, or that no longer makes sense, is left out. */
export function applyEdits(plan: Plan, edits: readonly StepEdit[]): Plan {
  if (edits.length === 0) return plan;
  const byStep = Map.groupBy(edits, ({ step }) => step);
  const ids = idsOf(plan);
  return {
    ...plan,
    steps: plan.steps.map((step) =>
      (byStep.get(step.id) ?? []).reduce(
        (before, { field, value }) => ({ ...before, ...written(field, value, ids) }),
        step,
      ),
    ),
  };
}

function written(field: EditedField, value: string | null, ids: ReadonlySet<string>): Partial<Step> {
  switch (field) {
    case "title":
      return value === null ? {} : { title: value };
    case "description":
      return { description: value ?? "" };
    case "start":
      return startOf(value);
    case "after":
      return { after: predecessorsIn(value ?? "", ids).known };
    case "side":
      return { side: sides.find((side) => side === value) ?? null };
    case "stream":
      return { stream: streams.find((stream) => stream === value) ?? null };
    case "owner":
    case "duration":
    case "phase":
    case "wave":
      return { [field]: value };
  }
}

function startOf(value: string | null): Pick<Step, "start" | "anchor"> {
  const anchor = value === null ? null : findAnchored(value);
  return anchor === null ? { start: value, anchor: null } : { start: null, anchor };
}

export function predecessorsIn(text: string, ids: ReadonlySet<string>) {
  const read = readPredecessors(text, (name) => (ids.has(name) ? name : null));
  return {
    known: read.flatMap((one) => ("unknown" in one ? [] : [one])),
    unknown: read.flatMap((one) => ("unknown" in one ? [one.unknown] : [])),
  };
}

/** `golive -10d`, `golive+3ed`, `golive`. */
export function findAnchored(text: string): Anchored | null {
  const parts = /^\s*([\p{L}][\p{L}\p{N}_.-]*?)\s*(?:([+\-−])\s*(\d.*))?$/u.exec(text);
  if (!parts) return null;
  const [, anchor = "", sign = "", length = "0d"] = parts;
  const offset = `${sign === "-" || sign === "−" ? "-" : ""}${length.trim()}`;
  return findDuration(offset) === null ? null : { anchor, offset };
}

export function spellAnchored({ anchor, offset }: Anchored): string {
  return offset.startsWith("-") ? `${anchor} ${offset}` : `${anchor} +${offset}`;
}

export function idsOf({ steps }: Plan): ReadonlySet<string> {
  return new Set(steps.map(({ id }) => id));
}
