import { z } from "zod";

const typeChoice = z.string().nullable().default(null);

export const setupRequest = z.object({
  space: z.string(),
  /** Existing work item types to use instead of creating ours, by id. */
  use: z
    .object({ plan: typeChoice, step: typeChoice, risk: typeChoice, rollback: typeChoice })
    .default({ plan: null, step: null, risk: null, rollback: null }),
  /** Existing link types to use, by name. */
  links: z
    .object({ after: typeChoice, has: typeChoice, threatens: typeChoice, covers: typeChoice })
    .default({ after: null, has: null, threatens: null, covers: null }),
});

export const setupApplyRequest = setupRequest.extend({ hash: z.string() });
export const spaceRequest = z.object({ space: z.string() });

export interface SetupView {
  readonly space: {
    readonly id: string;
    readonly key: string;
    readonly name: string;
    readonly managed: "company" | "team";
  };
  readonly hash: string;
  readonly creates: readonly SetupLine[];
  readonly maps: readonly SetupLine[];
  readonly changes: readonly SetupLine[];
  readonly manual: readonly SetupLine[];
  /** What a changed mapping means for the work items and links that are there already. */
  readonly effects: readonly SetupLine[];
  /** Types of the site that could be used instead of creating ours. */
  readonly candidates: readonly { readonly id: string; readonly name: string; readonly level: number }[];
}

export interface SetupLine {
  readonly what: string;
  readonly why: string;
}

export interface HealthView {
  readonly checks: readonly {
    readonly name: string;
    readonly ok: boolean;
    readonly detail: string;
    readonly mend: string | null;
  }[];
}

export interface SpaceView {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly managed: "company" | "team";
  readonly ready: boolean;
}

/** What stands for what in a space, in the words of the site. */
export interface MappingView {
  readonly space: SetupView["space"];
  readonly types: readonly MappedTypeView[];
  readonly links: readonly MappedLinkView[];
  readonly fields: readonly { readonly role: string; readonly name: string | null; readonly use: string }[];
  readonly choices: { readonly types: SetupView["candidates"]; readonly links: readonly string[] };
  /** Whether this person could save another mapping. */
  readonly mayChange: boolean;
}

export interface MappedTypeView {
  readonly role: "plan" | "step" | "risk" | "rollback";
  readonly id: string;
  /** Null: the site no longer has it. */
  readonly name: string | null;
  readonly level: number;
  readonly statuses: readonly { readonly name: string; readonly means: "not started" | "under way" | "done" }[];
}

export interface MappedLinkView {
  readonly role: "after" | "has" | "threatens" | "covers";
  readonly name: string;
  readonly isThere: boolean;
  readonly says: string;
}
