import { useState } from "react";
import type { RefusalView } from "#contract/reply";
import type { CustomersView } from "#contract/teams";
import { ask, refusalOf } from "../bridge";
import { RefusalNote } from "../parts/refusal-note";
import { count } from "../parts/share";

type State =
  | { readonly kind: "idle" | "sending" }
  | { readonly kind: "done"; readonly result: CustomersView }
  | { readonly kind: "refused"; readonly refusal: RefusalView };

/** Who the customers of a service portal are, where they go by another address there. */
export function Customers({ plan }: { readonly plan: string }) {
  const [state, setState] = useState<State>({ kind: "idle" });
  const send = async (file: File) => {
    setState({ kind: "sending" });
    try {
      setState({ kind: "done", result: await ask("importCustomers", { plan, csv: await file.text() }) });
    } catch (error) {
      setState({ kind: "refused", refusal: refusalOf(error) });
    }
  };
  return (
    <section className="stack stack-tight" aria-label="Portal customers">
      <h3>Portal customers</h3>
      <p className="subtle">
        Customers and accounts are known by their e-mail address. Where that is another one than in the list of people,
        or Jira hides it, a CSV with the columns customer and person says who is who, by address or account id.
      </p>
      <label className="labelled">
        <span>List of customers</span>
        <input
          type="file"
          accept=".csv,text/csv"
          disabled={state.kind === "sending"}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) void send(file);
          }}
        />
      </label>
      <div aria-live="polite">
        {state.kind === "sending" ? <p>Reading the list …</p> : null}
        {state.kind === "refused" ? <RefusalNote refusal={state.refusal} /> : null}
        {state.kind === "done" ? <Result result={state.result} /> : null}
      </div>
    </section>
  );
}

function Result({ result: { added, refused } }: { readonly result: CustomersView }) {
  return (
    <>
      <p>
        {count(added, "customer")} taken. The next look reads all tickets once more.
        {refused.length === 0 ? "" : ` ${count(refused.length, "line")} refused:`}
      </p>
      <ul className="bullets">
        {refused.slice(0, 20).map(({ line, reason }) => (
          <li key={line}>
            line {line}: {reason}
          </li>
        ))}
      </ul>
    </>
  );
}
