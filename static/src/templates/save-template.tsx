import { useState } from "react";
import Button from "@atlaskit/button/default/button";
import type { PlanSummary } from "#contract/plans";
import type { RefusalView } from "#contract/reply";
import { ask, flag, refusalOf } from "../bridge";
import { RefusalNote } from "../parts/refusal-note";
import { TemplateName } from "./template-name";

/** Keeps the plan for the next time, as everything but its days and people. */
export function SaveTemplate({ plan }: { readonly plan: PlanSummary }) {
  const [asks, setAsks] = useState(false);
  const [refusal, setRefusal] = useState<RefusalView | null>(null);
  const save = async (title: string) => {
    setRefusal(null);
    try {
      await ask("saveTemplate", { plan: plan.id, title });
      setAsks(false);
      flag({ type: "success", title: `"${title}" is a template of this space now.`, description: "See New plan." });
    } catch (error) {
      setRefusal(refusalOf(error));
    }
  };
  if (!asks) return <Button onClick={() => setAsks(true)}>Save as template</Button>;
  return (
    <div className="stack stack-tight">
      <TemplateName
        name={plan.title}
        verb="Save"
        onName={(title) => void save(title)}
        onLeave={() => {
          setAsks(false);
          setRefusal(null);
        }}
      />
      <p className="subtle">Days become distances from go-live and people become seats; work items are left out.</p>
      {refusal === null ? null : <RefusalNote refusal={refusal} />}
    </div>
  );
}
