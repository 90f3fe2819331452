import { useEffect, useRef } from "react";
import type { PlanTableRow } from "#contract/plans";
import { Segments } from "../parts/segments";
import type { StepFilter } from "./step-filter";

interface Props {
  readonly rows: readonly PlanTableRow[];
  readonly filter: StepFilter;
  readonly onChange: (filter: StepFilter) => void;
}

const shows = [
  ["all", "All"],
  ["open", "Open"],
  ["critical", "Critical"],
  ["late", "Late"],
] as const;

export function StepFilters({ rows, filter, onChange }: Props) {
  const search = useRef<HTMLInputElement>(null);
  useSlash(() => search.current?.focus());
  const owners = [...new Set(rows.flatMap(({ owner }) => (owner === null ? [] : [owner])))].toSorted();
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
      <Segments name="Show" choices={shows} chosen={filter.show} onChoose={(show) => onChange({ ...filter, show })} />
      <select
        aria-label="Owner"
        value={filter.owner ?? ""}
        onChange={(event) => onChange({ ...filter, owner: event.target.value === "" ? null : event.target.value })}
      >
        <option value="">Every owner</option>
        {owners.map((owner) => (
          <option key={owner}>{owner}</option>
        ))}
      </select>
    </div>
  );
}

/** `/` leads to the search, as it does in Jira, unless somebody is writing. */
function useSlash(act: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const writing = event.target instanceof Element && event.target.matches("input, textarea, select");
      if (event.key !== "/" || writing || event.metaKey || event.ctrlKey) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  });
}
