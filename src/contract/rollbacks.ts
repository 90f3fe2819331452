import { z } from "zod";

const words = (most: number) => z.string().trim().min(1).max(most);
const place = { plan: words(200), rollback: words(200) };
const ofRun = { ...place, run: words(40) };

/** What somebody read off. A time that runs on is given by when it began, or by saying that it begins or ends just now. */
export const readingContent = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("value"), value: z.number(), unit: z.string().trim().max(60) }),
  z.object({ kind: z.literal("counts"), part: z.number().min(0), whole: z.number().positive() }),
  z.object({ kind: z.literal("fact"), holds: z.boolean() }),
  z.object({ kind: z.literal("began") }),
  z.object({ kind: z.literal("ended") }),
  z.object({ kind: z.literal("running"), since: z.number(), until: z.number().nullable() }),
]);

export const readingRequest = z.object({
  ...place,
  reading: words(120),
  content: readingContent,
  /** When it was read off; null: now. */
  at: z.number().nullable(),
});
export const countRequest = z.object({ ...place, reading: words(120), jql: words(2000) });
/** The page names the run, so that a call sent twice begins one. */
export const startRequest = z.object({ ...place, run: z.uuid(), purpose: z.enum(["rehearsal", "real"]) });
export const tickStepRequest = z.object({ ...ofRun, step: words(200), done: z.boolean() });
export const abortRequest = z.object({ ...ofRun, reason: words(1000) });
export const lessonRequest = z.object({ ...ofRun, text: words(2000) });
export const rollbackRunRequest = z.object(ofRun);

/** The plan's words for people. */
export const namesRequest = z.object({ words: z.array(words(200)).max(60) });

export interface RollbacksView {
  readonly zone: string;
  /** The server's clock, from which the page counts down. */
  readonly now: number;
  readonly canEdit: boolean;
  readonly rollbacks: readonly RollbackView[];
}

export interface RollbackView {
  readonly id: string;
  readonly key: string | null;
  readonly title: string;
  readonly status: string | null;
  readonly owner: string | null;
  /** The steps it takes back, with their work items. */
  readonly covers: readonly { readonly key: string | null; readonly title: string }[];
  readonly runbook: readonly {
    readonly title: string;
    readonly owner: string | null;
    readonly duration: string | null;
  }[];
  readonly minutesToRollBack: number | null;
  readonly pointOfNoReturn: string | null;
  /** Whether there is still time to turn back as the view is drawn up. */
  readonly wayBack: WayBackView;
  readonly communication: readonly { readonly audience: string; readonly channel: string; readonly text: string }[];
  readonly triggers: readonly TriggerView[];
  /** What earlier runs taught, as far as the plan was begun with it. */
  readonly lessons: readonly string[];
  /** Everything the triggers ask for, with what was entered last. */
  readonly readings: readonly ReadingView[];
  /** The newest first. */
  readonly runs: readonly RollbackRun[];
}

export type WayBackView =
  | { readonly kind: "open"; readonly minutesLeft: number }
  | { readonly kind: "closed"; readonly minutesAgo: number }
  | { readonly kind: "unknown" };

export interface TriggerView {
  readonly text: string;
  readonly state: "met" | "lapsed" | "not-met" | "unknown";
  /** “Met at 14:32 by Ann: downtime > 4 h.” */
  readonly sentence: string;
  /** Readings that nobody has entered yet. */
  readonly missing: readonly string[];
}

export interface ReadingView {
  readonly name: string;
  /** What the trigger compares it with; null for a fact that holds or does not. */
  readonly unit: string | null;
  readonly measures: "time" | "share" | "fact" | "number";
  readonly last: {
    readonly said: string;
    readonly at: number;
    readonly by: string;
    readonly isRunning: boolean;
  } | null;
}

export interface RollbackRun {
  readonly id: string;
  readonly purpose: "rehearsal" | "real";
  readonly startedAt: number;
  readonly startedBy: string;
  readonly status: {
    readonly kind: "running" | "finished" | "aborted" | "overtaken" | "refused";
    readonly at: number | null;
    readonly by: string | null;
    readonly reason: string | null;
  };
  readonly steps: readonly RollbackRunStep[];
  readonly plannedEnd: number | null;
  /** When it was over, or will be if what is open takes as long as planned. */
  readonly end: number | null;
  readonly lateMinutes: number | null;
  readonly notices: readonly NoticeView[];
  readonly lessons: readonly { readonly text: string; readonly by: string; readonly at: number }[];
}

export interface RollbackRunStep {
  readonly id: string;
  readonly title: string;
  readonly owner: string | null;
  readonly minutes: number | null;
  /** Titles of the steps it waits for. */
  readonly after: readonly string[];
  readonly done: { readonly at: number; readonly by: string } | null;
  /** Titles of steps that were not done when this one was. */
  readonly before: readonly string[];
  readonly plannedFinish: number | null;
  readonly lateMinutes: number | null;
}

export interface NoticeView {
  readonly audience: string;
  /** “212 people”, as it stood when the run began. */
  readonly people: string;
  readonly owner: string | null;
  readonly messages: readonly { readonly channel: string; readonly text: string }[];
  /** The work item made for it; null while it could not be made. */
  readonly key: string | null;
}
