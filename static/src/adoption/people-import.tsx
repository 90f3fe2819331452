import { useState } from "react";
import type { RefusalView } from "#contract/reply";
import type { PeopleView } from "#contract/sources";
import { ask, refusalOf } from "../bridge";
import { RefusalNote } from "../parts/refusal-note";
import { count } from "../parts/share";

/** Forge takes half a megabyte from a page at a time; this leaves room for the rest of the request. */
const mostLetters = 440_000;

type State =
  | { readonly kind: "idle" | "sending" }
  | { readonly kind: "done"; readonly result: PeopleView }
  | { readonly kind: "refused"; readonly refusal: RefusalView };

/** Which wave and department each person belongs to. Sent again, the newest list wins. */
export function PeopleImport({ plan }: { readonly plan: string }) {
  const [state, setState] = useState<State>({ kind: "idle" });
  const send = async (file: File) => {
    setState({ kind: "sending" });
    try {
      const results = [];
      for (const csv of parts(await file.text())) results.push(await ask("importPeople", { plan, csv }));
      const added = results.reduce((sum, result) => sum + result.added, 0);
      setState({ kind: "done", result: { added, refused: results.flatMap(({ refused }) => refused) } });
    } catch (error) {
      setState({ kind: "refused", refusal: refusalOf(error) });
    }
  };
  return (
    <section className="stack stack-tight">
      <h2>People</h2>
      <p className="subtle">A CSV with the columns person, wave, department, and if known access and left as dates.</p>
      <label className="labelled">
        <span>List of people</span>
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

function Result({ result: { added, refused } }: { readonly result: PeopleView }) {
  return (
    <>
      <p>
        {count(added, "person", "people")} taken
        {refused.length === 0 ? "." : `, ${count(refused.length, "line")} refused:`}
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

/** A long list goes in several requests, each under the same heading. */
function* parts(text: string): Generator<string> {
  const [heading = "", ...lines] = text.split(/\r?\n/);
  let part = heading;
  for (const line of lines) {
    if (part.length + line.length > mostLetters) {
      yield part;
      part = heading;
    }
    part += `\n${line}`;
  }
  yield part;
}
