import { useEffect, useRef } from "react";
import type { StepRow } from "../timeline/step-row";
import { allSteps, isFiltered, wordsOf } from "./step-filter";
import type { Chosen, Show, StepFilter } from "./step-filter";

interface Props {
  readonly rows: readonly StepRow[];
  readonly filter: StepFilter;
  readonly onChange: (filter: StepFilter) => void;
}

const shows: readonly (readonly [Show, string])[] = [
  ["all", "All steps"],
  ["open", "Not done"],
  ["critical", "Critical"],
  ["late", "Late"],
  ["findings", "With findings"],
  ["edited", "Not in Jira yet"],
];

const choices: readonly (readonly [Chosen, string])[] = [
  ["phase", "phase"],
  ["stream", "stream"],
  ["side", "side"],
  ["owner", "owner"],
];

export function StepFilters({ rows, filter, onChange }: Props) {
  const search = useRef<HTMLInputElement>(null);
  useSlash(() => search.current?.focus());
  return (
    <div className="row filters" role="search">
      <input
        ref={search}
        type="text"
        aria-label="Find steps"
        placeholder="Find steps ( / )"
        value={filter.words}
        onChange={(event) => onChange({ ...filter, words: event.target.value })}
      />
      <select
        aria-label="Show"
        value={filter.show}
        onChange={(event) => {
          const found = shows.find(([show]) => show === event.target.value);
          if (found) onChange({ ...filter, show: found[0] });
        }}
      >
        {shows.map(([show, title]) => (
          <option key={show} value={show}>
            {title}
          </option>
        ))}
      </select>
      {choices.map(([field, name]) => (
        <Choice key={field} field={field} name={name} rows={rows} filter={filter} onChange={onChange} />
      ))}
      {isFiltered(filter) ? (
        <button type="button" className="link" onClick={() => onChange(allSteps)}>
          Show all
        </button>
      ) : null}
    </div>
  );
}

/** There is nothing to choose among one word. */
function Choice({ field, name, rows, filter, onChange }: Props & { readonly field: Chosen; readonly name: string }) {
  const words = wordsOf(rows, field);
  if (words.length < 2 && filter[field] === null) return null;
  return (
    <select
      aria-label={`Only one ${name}`}
      value={filter[field] ?? ""}
      onChange={({ target }) => onChange({ ...filter, [field]: target.value === "" ? null : target.value })}
    >
      <option value="">Every {name}</option>
      {words.map((word) => (
        <option key={word}>{word}</option>
      ))}
    </select>
  );
}

/** `/` leads to the search, as it does in Jira, unless somebody is writing. */
function useSlash(act: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const writing = event.target instanceof Element && event.target.matches("input, textarea, select");
      const isCell = event.target instanceof Element && event.target.matches("[data-cell]");
      if (event.key !== "/" || writing || isCell || event.metaKey || event.ctrlKey) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  });
}
