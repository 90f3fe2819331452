import { z } from "zod";
import { longestText } from "#domain/sync/sayable";
import type { FreezeView } from "./freeze";
import type { Plan } from "#domain/plan/plan";

/** What can be changed of a step where it stands in the table. Everything else is changed in its plan file or in Jira. */
export const editedField = z.enum([
  "title",
  "owner",
  "start",
  "duration",
  "after",
  "phase",
  "wave",
  "stream",
  "side",
  "description",
]);

export type EditedField = z.infer<typeof editedField>;

/** One value a person has changed and not sent to Jira yet, in the words the table shows; null empties. */
export const stepEdit = z.object({
  step: z.string().max(200),
  field: editedField,
  value: z.string().max(longestText).nullable(),
  /** What stood there when it was changed: Jira may have moved on since. */
  was: z.string().max(longestText).nullable(),
});

export type StepEdit = z.infer<typeof stepEdit>;

export const saveEditsRequest = z.object({ plan: z.string(), edits: z.array(stepEdit).max(2_000) });

/** A value of the key-value store holds 240 KiB. */
export const saveDraftRequest = z.object({ plan: z.string(), text: z.string().max(60_000).nullable() });

export const stepStatusRequest = z.object({ key: z.string(), status: z.string() });

export interface PlanPageView {
  /** As Jira holds it now, so much of it as this person may see. */
  readonly plan: Plan;
  readonly key: string;
  readonly now: number;
  readonly steps: readonly StepFacts[];
  /** What a step's status may be in this space, in the order of its workflow. */
  readonly statuses: readonly StepStatus[];
  readonly marks: readonly PlanMark[];
  readonly editing: Editing;
  /** This person's changes that are not in Jira yet. */
  readonly edits: readonly StepEdit[];
  readonly baseline: BaselineView | null;
  /** Whether there is a baseline before this one to go back to. */
  readonly hasEarlierBaseline: boolean;
  readonly freezes: readonly FreezeView[];
}

export type Editing =
  | { readonly kind: "allowed" }
  | { readonly kind: "refused"; readonly message: string; readonly mend: string };

export interface StepStatus {
  readonly id: string;
  readonly name: string;
  readonly category: "new" | "indeterminate" | "done";
}

/** What Jira alone knows of a step. */
export interface StepFacts {
  readonly step: string;
  readonly key: string;
  readonly status: StepStatus;
  /** What the assignee is called. */
  readonly assignee: string | null;
  /** When it really began and was really done, as its status changes tell. */
  readonly began: number | null;
  readonly ended: number | null;
}

/** A day everybody asks for: anchors, a wave's go-live, the last moment to turn back. */
export interface PlanMark {
  readonly name: string;
  readonly day: string;
}

/** The dates once agreed on, to compare with. */
export interface BaselineView {
  readonly at: number;
  readonly by: string;
  readonly steps: readonly BaselineStep[];
}

export interface BaselineStep {
  readonly step: string;
  /** On the clock of the plan's zone: `2026-03-02T08:00`. */
  readonly start: string;
  readonly finish: string;
}
