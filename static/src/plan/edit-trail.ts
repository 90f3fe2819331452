import type { EditedField, StepEdit } from "#contract/plan-page";
import type { Plan } from "#domain/plan/plan";
import { readField } from "./step-field";

/** A person's changes, and the way back through them and forth again. */
export interface EditTrail {
  readonly edits: readonly StepEdit[];
  readonly past: readonly (readonly StepEdit[])[];
  readonly future: readonly (readonly StepEdit[])[];
}

export interface Written {
  readonly step: string;
  readonly field: EditedField;
  readonly value: string | null;
}

export function startTrail(edits: readonly StepEdit[]): EditTrail {
  return { edits, past: [], future: [] };
}

/** Writes one value; what it takes back to Jira's own value is no change any more. */
export function write(trail: EditTrail, plan: Plan, { step, field, value }: Written): EditTrail {
  const found = plan.steps.find(({ id }) => id === step);
  if (!found) return trail;
  const was = readField(plan, found, field);
  const others = trail.edits.filter((one) => one.step !== step || one.field !== field);
  const earlier = trail.edits.find((one) => one.step === step && one.field === field);
  if ((earlier?.value ?? (earlier ? null : was)) === value) return trail;
  const edits = value === was ? others : [...others, { step, field, value, was }];
  return { edits, past: [...trail.past, trail.edits], future: [] };
}

export function undo({ edits, past, future }: EditTrail): EditTrail {
  const before = past.at(-1);
  return before === undefined
    ? { edits, past, future }
    : { edits: before, past: past.slice(0, -1), future: [edits, ...future] };
}

export function redo({ edits, past, future }: EditTrail): EditTrail {
  const [next, ...rest] = future;
  return next === undefined ? { edits, past, future } : { edits: next, past: [...past, edits], future: rest };
}

export function drop(trail: EditTrail, gone: (edit: StepEdit) => boolean): EditTrail {
  const edits = trail.edits.filter((edit) => !gone(edit));
  return edits.length === trail.edits.length ? trail : { edits, past: [...trail.past, trail.edits], future: [] };
}

/** What is left to send: Jira may hold a value by now, and a step may be gone. */
export function stillOpen(edits: readonly StepEdit[], plan: Plan): readonly StepEdit[] {
  const steps = new Map(plan.steps.map((step) => [step.id, step]));
  return edits.filter(({ step, field, value }) => {
    const found = steps.get(step);
    return found !== undefined && readField(plan, found, field) !== value;
  });
}

/** Whether Jira has moved on since the change was made, to something else than either. */
export function isOvertaken(edit: StepEdit, plan: Plan): boolean {
  return valueIn(edit, plan) !== edit.was;
}

/** What stands there in Jira now. */
export function valueIn({ step, field }: StepEdit, plan: Plan): string | null {
  const found = plan.steps.find(({ id }) => id === step);
  return found === undefined ? null : readField(plan, found, field);
}
