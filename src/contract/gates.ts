import { z } from "zod";
import type { VerdictView } from "./adoption";

export const tickRequest = z.object({ plan: z.string(), item: z.string().max(200), done: z.boolean() });

const gate = z.enum(["delivery", "implementation"]);

export const voteRequest = z.object({
  plan: z.string(),
  gate,
  choice: z.enum(["yes", "no"]),
  why: z.string().trim().max(500),
});

/** Takes a decision back. */
export const withdrawRequest = z.object({ plan: z.string(), gate, why: z.string().trim().min(10).max(500) });

export interface GatesView {
  readonly plan: { readonly id: string; readonly title: string; readonly key: string | null; readonly zone: string };
  readonly gates: readonly GateView[];
  /** What stands in the work item's read-only field, which the workflow rule reads; null before the first verdict. */
  readonly written: string | null;
}

export interface GateView {
  readonly gate: "delivery" | "implementation";
  readonly title: string;
  readonly verdict: VerdictView;
  readonly lines: readonly GateLine[];
  /** What a person must say before the vote, beside the evidence; part of the lines of the first gate. */
  readonly signOff: readonly GateLine[];
  readonly vote: VoteView;
}

export interface VoteView {
  readonly voters: readonly VoterView[];
  /** Whether the person at the screen may vote at this moment, and why not. */
  readonly yours: "open" | "not-a-voter" | "lines-unmet" | "decided";
  /** When it was decided, and on which numbers; null while it is not. */
  readonly decision: { readonly at: string; readonly snapshot: string | null } | null;
  /** Everything that was said, the newest first. */
  readonly record: readonly {
    readonly at: string;
    readonly by: string;
    readonly said: "yes" | "no" | "withdrawn";
    readonly why: string;
  }[];
}

export interface VoterView {
  readonly seat: string;
  /** As the plan writes it where no account answers to it. */
  readonly name: string;
  readonly isKnown: boolean;
  readonly isYou: boolean;
  readonly choice: "yes" | "no" | null;
  readonly why: string;
}

export interface GateLine {
  readonly text: string;
  readonly met: boolean;
  /** How it is mended; null where it is met. */
  readonly mend: string | null;
  /** Who can mend it, by name where the plan names somebody. */
  readonly who: string | null;
  /** Where: a tab of the plan's page. */
  readonly where: { readonly tab: string; readonly title: string } | null;
  /** An item of the checklist, which a person ticks; null for what is worked out. */
  readonly item: string | null;
}
