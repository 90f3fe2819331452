import { useEffect } from "react";
import { gateExpression } from "#domain/governance/verdict-text";
import { onRuleSaved } from "../bridge";
import { AskedFor } from "../parts/asked-for";
import { useAsk } from "../parts/use-ask";

/** Nothing to choose: the page finds the field of this site and saves the finished expression with the rule. */
export function GateRuleScreen({ editing }: { readonly editing: boolean }) {
  const { state, again } = useAsk("ruleField", {});
  return (
    <main className="page stack">
      <h1>Gate opens on measured adoption</h1>
      <p>
        Refuses the transition until every adoption metric of the plan meets its threshold. It reads the field “Gate
        verdict”, which only Uptake can write; an empty or expired verdict refuses as well.
      </p>
      <AskedFor state={state} what="the field" onAgain={again}>
        {({ field }) => <Rule field={field} editing={editing} />}
      </AskedFor>
    </main>
  );
}

function Rule({ field, editing }: { readonly field: string; readonly editing: boolean }) {
  const expression = gateExpression(field);
  useEffect(() => {
    if (editing) void onRuleSaved(() => JSON.stringify({ field, expression }));
  }, [editing, field, expression]);
  return (
    <>
      <p className="subtle">
        {editing ? "Save the rule to put it in force." : "Put it on the transition that means implemented."}
      </p>
      <details>
        <summary>The expression Jira evaluates</summary>
        <pre className="code">{expression}</pre>
      </details>
    </>
  );
}
