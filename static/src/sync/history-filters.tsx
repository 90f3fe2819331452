import type { ReactNode } from "react";
import { sides } from "./history-filter";
import type { SideFilter } from "./history-filter";

interface Props {
  readonly words: string;
  readonly side: SideFilter;
  readonly onWords: (words: string) => void;
  readonly onSide: (side: SideFilter) => void;
  readonly children: ReactNode;
}

export function HistoryFilters({ words, side, onWords, onSide, children }: Props) {
  return (
    <div className="row filters">
      <input
        type="text"
        aria-label="Find in the history"
        placeholder="Find by person, title, key or field"
        value={words}
        onChange={(event) => onWords(event.target.value)}
      />
      <select
        aria-label="From which side"
        value={side}
        onChange={(event) => onSide(sides.find(([one]) => one === event.target.value)?.[0] ?? "all")}
      >
        {sides.map(([one, title]) => (
          <option key={one} value={one}>
            {title}
          </option>
        ))}
      </select>
      {children}
    </div>
  );
}
