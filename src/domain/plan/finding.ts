import type { Fix } from "./fixes";
import type { PlanOverview } from "./overview";

/** `error`: the plan cannot be carried out as written. `warning`: it leaves out what implementations fail on. `hint`: it could be clearer. */
export type Level = "error" | "warning" | "hint";

export interface Finding {
  readonly rule: string;
  readonly level: Level;
  /** Id of the step, risk, … ; null: the plan. */
  readonly item: string | null;
  readonly field: string | null;
  readonly message: string;
  readonly mend: string;
  /** What `applyFix` would do about it, where that is obvious. */
  readonly fix?: Fix;
}

/** What a rule says about one thing; the rule itself adds its name and level. */
export interface Remark {
  readonly item: string | null;
  readonly field?: string;
  readonly message: string;
  readonly mend: string;
}

export interface Rule {
  readonly id: string;
  /** The requirement it keeps. */
  readonly keeps: string;
  readonly level: Level;
  readonly check: (overview: PlanOverview) => readonly Remark[];
}
