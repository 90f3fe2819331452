import { useEffect, useState } from "react";
import Button from "@atlaskit/button/default/button";
import type { PlanSummary } from "#contract/plans";
import type { Format } from "#formats/format";
import { ask, flagRefusal, refusalOf } from "../bridge";
import { AskedFor } from "../parts/asked-for";
import { download } from "../parts/download";
import { FormatChoice } from "./format-choice";
import { formatEndings, formatTypes } from "./format-words";
import { Skeleton } from "../parts/skeleton";
import type { Asked } from "../parts/use-ask";
import type { WritablePlan } from "./write-plan";

/** The plan as a file: what the format leaves out is said before it is taken. Nothing leaves the browser. */
export function ExportPlan({ plan }: { readonly plan: PlanSummary }) {
  const [state, setState] = useState<Asked<WritablePlan>>({ kind: "waiting" });
  const [format, setFormat] = useState<Format>("yaml");
  useEffect(() => {
    let current = true;
    const keep = (next: Asked<WritablePlan>) => {
      if (current) setState(next);
    };
    load(plan.id).then(
      (value) => keep({ kind: "ready", value }),
      (error: unknown) => keep({ kind: "refused", refusal: refusalOf(error) }),
    );
    return () => {
      current = false;
    };
  }, [plan.id]);
  const save = async (ready: WritablePlan) => {
    try {
      download(`${plan.id}.${formatEndings[format]}`, await ready.write(format), formatTypes[format]);
    } catch (error) {
      flagRefusal(error);
    }
  };
  return (
    <section className="group stack stack-tight" aria-label="Export">
      <AskedFor state={state} what="the plan" waiting={<Skeleton label="Reading the plan" lines={[60, 40]} />}>
        {(ready) => (
          <>
            <FormatChoice chosen={format} losses={ready.losses(format)} onChoose={setFormat} />
            <div className="row">
              <Button appearance="primary" onClick={() => void save(ready)}>
                Download {plan.id}.{formatEndings[format]}
              </Button>
            </div>
          </>
        )}
      </AskedFor>
    </section>
  );
}

async function load(plan: string): Promise<WritablePlan> {
  const [{ text }, { writablePlan }] = await Promise.all([ask("planText", { plan }), import("./write-plan")]);
  return writablePlan(text);
}
