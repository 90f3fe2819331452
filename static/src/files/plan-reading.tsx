import type { ReactNode } from "react";
import type { FindingView } from "#contract/sync";
import type { Format } from "#formats/format";
import { FindingGroups } from "./finding-groups";
import { formatNames } from "./format-words";
import { count } from "../parts/share";

interface Reading {
  readonly format: Format;
  readonly plan: { readonly id: string; readonly title: string };
  readonly counts: readonly { readonly name: string; readonly count: number }[];
  readonly notes: readonly { readonly line: number | null; readonly message: string }[];
  readonly findings: readonly FindingView[];
}

interface Props {
  readonly name: string;
  readonly reading: Reading;
  readonly children?: ReactNode;
}

const many: Readonly<Record<string, string>> = { dependency: "dependencies" };

/** What we took the file to say, before anything is compared: a misreading must be seen here and not in Jira. */
export function PlanReadingSummary({ name, reading, children }: Props) {
  const { plan, counts, notes, findings } = reading;
  const held = counts.filter((one) => one.count > 0 || one.name === "step");
  return (
    <section className="stack stack-tight" aria-label="What we understood">
      <h2>{plan.title}</h2>
      <p className="faint">
        What we understood of {name} ({formatNames[reading.format]}). The plan is known as <code>{plan.id}</code>.
      </p>
      <ul className="counts">
        {held.map((one) => (
          <li key={one.name} className="count">
            <Counted text={count(one.count, one.name, many[one.name])} />
          </li>
        ))}
      </ul>
      {children}
      {notes.length === 0 ? null : <Notes notes={notes} />}
      <FindingGroups findings={findings} />
    </section>
  );
}

function Counted({ text }: { readonly text: string }) {
  const [number = "", ...words] = text.split(" ");
  return (
    <>
      <strong>{number}</strong> {words.join(" ")}
    </>
  );
}

const mostNotes = 50;

function Notes({ notes }: Pick<Reading, "notes">) {
  return (
    <details className="group" open={notes.length <= 6}>
      <summary>Read with a guess, or left out ({notes.length})</summary>
      <ul className="rows">
        {notes.slice(0, mostNotes).map(({ line, message }, at) => (
          <li key={`${String(line)} ${message} ${String(at)}`}>
            {line === null ? null : <span className="faint">line {line} · </span>}
            {message}
          </li>
        ))}
      </ul>
      {notes.length > mostNotes ? <p className="subtle">and {notes.length - mostNotes} more</p> : null}
    </details>
  );
}
