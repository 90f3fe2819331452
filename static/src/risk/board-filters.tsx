import { useState } from "react";
import type { BoardFilter, RiskBoardView, SavedView } from "#contract/risks";
import { ask, flag, flagRefusal } from "../bridge";
import { everything } from "./board-filter";

interface Props {
  readonly board: RiskBoardView;
  readonly filter: BoardFilter;
  readonly onChange: (filter: BoardFilter) => void;
  readonly onSaved: () => void;
}

/** Narrow the board at once, and keep the way of looking under a name that the whole team sees. */
export function BoardFilters({ board, filter, onChange, onSaved }: Props) {
  const cards = board.lanes.flatMap((lane) => lane.cards);
  const bands = [...new Set(cards.map(({ band }) => band))];
  const sides = [...new Set(cards.map(({ side }) => side ?? "nobody's"))];
  const change = (part: Partial<BoardFilter>) => onChange({ ...filter, ...part });
  return (
    <div className="row" role="search" aria-label="Filter the risks">
      <input
        type="text"
        aria-label="Words in a risk"
        placeholder="Search"
        value={filter.words}
        onChange={(event) => change({ words: event.target.value })}
      />
      <Choice name="Band" all="Every band" options={bands} value={filter.band} onChange={(band) => change({ band })} />
      <Choice name="Side" all="Both sides" options={sides} value={filter.side} onChange={(side) => change({ side })} />
      <Toggle name="Stale" isOn={filter.staleOnly} onChange={(staleOnly) => change({ staleOnly })} />
      <Toggle name="Open" isOn={filter.openOnly} onChange={(openOnly) => change({ openOnly })} />
      <Views board={board} filter={filter} onChange={onChange} onSaved={onSaved} />
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly all: string;
  readonly options: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Choice({ name, all, options, value, onChange }: ChoiceProps) {
  return (
    <select aria-label={name} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {option}
        </option>
      ))}
    </select>
  );
}

interface ToggleProps {
  readonly name: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Toggle({ name, isOn, onChange }: ToggleProps) {
  return (
    <button type="button" className="button" aria-pressed={isOn} onClick={() => onChange(!isOn)}>
      {isOn ? "✓ " : ""}
      {name} only
    </button>
  );
}

function Views({ board, filter, onChange, onSaved }: Props) {
  const [name, setName] = useState<string | null>(null);
  const save = async (views: readonly SavedView[]) => {
    try {
      await ask("saveRiskViews", { plan: board.plan.id, views: [...views] });
      flag({ type: "success", title: "The views are saved for everybody" });
      setName(null);
      onSaved();
    } catch (error) {
      flagRefusal(error);
    }
  };
  if (name !== null) {
    const others = board.views.filter((view) => view.name !== name.trim());
    return (
      <ViewName name={name} onName={setName} onSave={() => void save([...others, { name: name.trim(), filter }])} />
    );
  }
  const isNarrow = JSON.stringify(filter) !== JSON.stringify(everything);
  return (
    <>
      {board.views.map((view) => (
        <button key={view.name} type="button" className="button" onClick={() => onChange(view.filter)}>
          {view.name}
        </button>
      ))}
      {isNarrow ? (
        <button type="button" className="button" onClick={() => onChange(everything)}>
          Show all
        </button>
      ) : null}
      {isNarrow && board.canEdit ? (
        <button type="button" className="button" onClick={() => setName("")}>
          Save this view …
        </button>
      ) : null}
    </>
  );
}

interface ViewNameProps {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onSave: () => void;
}

function ViewName({ name, onName, onSave }: ViewNameProps) {
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") onSave();
      }}
    >
      <input
        type="text"
        autoFocus
        aria-label="Name of the view"
        placeholder="Name of the view"
        value={name}
        onChange={(event) => onName(event.target.value)}
      />
      <button type="submit" className="button" disabled={name.trim() === ""}>
        Save
      </button>
    </form>
  );
}
