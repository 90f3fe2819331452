import { z } from "zod";

const typeChoice = z.string().nullable().default(null);

export const setupRequest = z.object({
  space: z.string(),
  /** Existing work item types to use instead of creating ours, by id. */
  use: z
    .object({ plan: typeChoice, step: typeChoice, risk: typeChoice, rollback: typeChoice })
    .default({ plan: null, step: null, risk: null, rollback: null }),
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
