import { useRef, useState } from "react";
import type { PlanSummary } from "#contract/plans";
import type { ProposalView, RunView } from "#contract/sync";
import { ask, refusalOf } from "../bridge";
import { holdsStepsOnly } from "./format-words";
import type { PlanSource } from "./plan-file";
import { unsettled } from "../sync/settling";
import type { Settling } from "../sync/settling";
import { formatOfSource, readPlanFile } from "./plan-file";
import type { PlanReading, UnderstoodPlan } from "./understand-plan";
import type { Asked } from "../parts/use-ask";

/** A table names no plan: its steps are those of the plan at hand, or of a plan of their own. */
export type Target = "this-plan" | "own-plan";

export interface Looking {
  readonly kind: "look";
  readonly source: PlanSource;
  readonly target: Target;
  readonly reading: Asked<PlanReading>;
  readonly settling: Settling;
  /** Null until there is a plan to compare. */
  readonly proposal: Asked<ProposalView> | null;
}

export type ImportStage = { readonly kind: "choose" } | Looking | { readonly kind: "run"; readonly run: RunView };

export interface Import {
  readonly stage: ImportStage;
  readonly choose: (source: PlanSource, target?: Target) => Promise<void>;
  readonly settle: (settling: Settling) => Promise<void>;
  readonly follow: (run: RunView) => void;
  readonly restart: () => void;
}

/** From a file to a run: read here, compared with Jira there, applied when somebody says so. What comes late is dropped. */
export function useImport(into: PlanSummary | null): Import {
  const [stage, setStage] = useState<ImportStage>({ kind: "choose" });
  const round = useRef(0);
  const begin = () => {
    round.current += 1;
    const mine = round.current;
    return (next: ImportStage) => {
      if (round.current === mine) setStage(next);
    };
  };
  const compare = async (from: Looking, read: UnderstoodPlan, keep: (next: ImportStage) => void) => {
    const { settling } = from;
    const looking = { ...from, reading: { kind: "ready", value: read } } as const;
    keep({ ...looking, proposal: { kind: "waiting" } });
    const proposal = await asked(() => ask("propose", { text: read.text, fileName: sentName, ...settling }));
    keep({ ...looking, proposal });
  };
  const choose = async (source: PlanSource, target: Target = "this-plan") => {
    const keep = begin();
    const start: Looking = {
      kind: "look",
      source,
      target,
      reading: { kind: "waiting" },
      settling: unsettled(source.blob instanceof File ? source.blob.lastModified : null),
      proposal: null,
    };
    keep(start);
    const reading = await asked(async () => readPlanFile(source, await currentText(source, target, into)));
    if (reading.kind === "ready" && reading.value.kind === "read") return compare(start, reading.value, keep);
    keep({ ...start, reading });
  };
  const settle = async (settling: Settling) => {
    if (stage.kind !== "look" || stage.reading.kind !== "ready" || stage.reading.value.kind !== "read") return;
    await compare({ ...stage, settling }, stage.reading.value, begin());
  };
  return {
    stage,
    choose,
    settle,
    follow: (run) => begin()({ kind: "run", run }),
    restart: () => begin()({ kind: "choose" }),
  };
}

/** The plan goes on as YAML, so its name must end that way too. */
export const sentName = "plan.yaml";

async function currentText(source: PlanSource, target: Target, into: PlanSummary | null): Promise<string | null> {
  const format = formatOfSource(source);
  if (into === null || target === "own-plan" || format === null || !holdsStepsOnly(format)) return null;
  return (await ask("planText", { plan: into.id })).text;
}

async function asked<T>(answer: () => Promise<T>): Promise<Asked<T>> {
  try {
    return { kind: "ready", value: await answer() };
  } catch (error) {
    return { kind: "refused", refusal: refusalOf(error) };
  }
}
