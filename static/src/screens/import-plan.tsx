import { useState } from "react";
import type { ProposalView, RunView } from "#contract/sync";
import { ask, refusalOf } from "../bridge";
import { FileDrop } from "../parts/file-drop";
import { RefusalNote } from "../parts/refusal-note";
import { Skeleton } from "../parts/skeleton";
import { ImportPreview } from "./import-preview";
import { RunFollow } from "./run-follow";
import type { Choices, PlanFile } from "./plan-file";
import { readPlanFile } from "./plan-file";
import type { Asked } from "./use-ask";

interface Props {
  readonly onApplied: () => void;
}

type Stage =
  | { readonly kind: "choose" }
  | {
      readonly kind: "look";
      readonly file: PlanFile;
      readonly choices: Choices;
      readonly proposal: Asked<ProposalView>;
    }
  | { readonly kind: "run"; readonly run: RunView };

/** A file becomes a proposal, the proposal becomes work items: each stage can be left without a trace. */
export function ImportPlan({ onApplied }: Props) {
  const [stage, setStage] = useState<Stage>({ kind: "choose" });
  const look = async (file: PlanFile, choices: Choices) => {
    setStage({ kind: "look", file, choices, proposal: { kind: "waiting" } });
    const proposal = await asked(() => ask("propose", { ...file, choices }));
    setStage({ kind: "look", file, choices, proposal });
  };
  const choose = async (chosen: File) => {
    const file = await asked(() => readPlanFile(chosen));
    if (file.kind === "ready") return look(file.value, {});
    setStage({ kind: "look", file: { text: "", fileName: chosen.name }, choices: {}, proposal: file });
  };
  const restart = () => setStage({ kind: "choose" });
  switch (stage.kind) {
    case "choose":
      return (
        <FileDrop
          label="Choose a plan file"
          hint="or drop it here. YAML or JSON; nothing changes before you have seen what would."
          accept=".yaml,.yml,.json"
          onFile={(file) => void choose(file)}
        />
      );
    case "look":
      return (
        <Looked
          stage={stage}
          onSettle={(choices) => void look(stage.file, choices)}
          onRun={(run) => setStage({ kind: "run", run })}
          onRestart={restart}
        />
      );
    case "run":
      return <RunFollow first={stage.run} onDone={onApplied} onClose={restart} />;
  }
}

interface LookedProps {
  readonly stage: Extract<Stage, { kind: "look" }>;
  readonly onSettle: (choices: Choices) => void;
  readonly onRun: (run: RunView) => void;
  readonly onRestart: () => void;
}

function Looked({ stage, onSettle, onRun, onRestart }: LookedProps) {
  const { proposal, file, choices } = stage;
  if (proposal.kind === "waiting")
    return <Skeleton label={`Comparing ${file.fileName} with Jira`} lines={[40, 90, 100, 70]} />;
  if (proposal.kind === "refused") {
    return (
      <RefusalNote refusal={proposal.refusal}>
        <button type="button" className="button" onClick={onRestart}>
          Choose another file
        </button>
      </RefusalNote>
    );
  }
  return (
    <ImportPreview
      key={proposal.value.hash}
      asked={{ ...file, choices }}
      proposal={proposal.value}
      onSettle={onSettle}
      onRun={onRun}
      onRestart={onRestart}
    />
  );
}

async function asked<T>(answer: () => Promise<T>): Promise<Asked<T>> {
  try {
    return { kind: "ready", value: await answer() };
  } catch (error) {
    return { kind: "refused", refusal: refusalOf(error) };
  }
}
