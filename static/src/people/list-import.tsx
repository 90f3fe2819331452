import { useState } from "react";
import type { ReactNode } from "react";
import type { RefusalView } from "#contract/reply";
import type { ListView } from "#contract/people";
import { refusalOf } from "../bridge";
import { RefusalNote } from "../parts/refusal-note";
import { count } from "../parts/share";

/** Whoever mends a list mends it in a sheet; the first lines say what is wrong with it. */
const mostLines = 20;

type State =
  | { readonly kind: "idle" | "sending" }
  | { readonly kind: "done"; readonly result: ListView }
  | { readonly kind: "refused"; readonly refusal: RefusalView };

interface Props {
  readonly label: string;
  readonly send: (csv: string) => Promise<ListView>;
  /** What is said once it is taken; `refused` counts the lines that were not, where there are any. */
  readonly say: (added: number, refused: string | null) => ReactNode;
}

/** A CSV is chosen, sent, and answered line by line where a line cannot be taken. */
export function ListImport({ label, send, say }: Props) {
  const [state, setState] = useState<State>({ kind: "idle" });
  const take = async (file: File) => {
    setState({ kind: "sending" });
    try {
      setState({ kind: "done", result: await send(await file.text()) });
    } catch (error) {
      setState({ kind: "refused", refusal: refusalOf(error) });
    }
  };
  return (
    <>
      <label className="labelled">
        <span>{label}</span>
        <input
          type="file"
          accept=".csv,text/csv"
          disabled={state.kind === "sending"}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) void take(file);
          }}
        />
      </label>
      <div aria-live="polite">
        {state.kind === "sending" ? <p>Reading the list …</p> : null}
        {state.kind === "refused" ? <RefusalNote refusal={state.refusal} /> : null}
        {state.kind === "done" ? <Result result={state.result} say={say} /> : null}
      </div>
    </>
  );
}

function Result({ result: { added, refused }, say }: Pick<Props, "say"> & { readonly result: ListView }) {
  return (
    <>
      <p>{say(added, refused.length === 0 ? null : `${count(refused.length, "line")} refused:`)}</p>
      <ul className="bullets">
        {refused.slice(0, mostLines).map(({ line, reason }) => (
          <li key={line}>
            line {line}: {reason}
          </li>
        ))}
      </ul>
    </>
  );
}
