import { Segments } from "../parts/segments";
import type { Grouping, Line } from "../timeline/outline";
import { zooms } from "../timeline/schedule-scale";
import type { Zoom } from "../timeline/schedule-scale";
import type { View } from "./columns";

interface Look {
  readonly shown: View;
  readonly zoom: Zoom;
  readonly grouping: Grouping;
  readonly cards: boolean;
}

interface Props {
  readonly look: Look;
  readonly lines: readonly Line[];
  readonly onShow: (view: View) => void;
  readonly onZoom: (zoom: Zoom) => void;
  readonly onGroup: (grouping: Grouping) => void;
  readonly onFoldAll: (ids: readonly string[]) => void;
  readonly onCards: () => void;
}

const views = [
  ["table", "Table"],
  ["timeline", "Timeline"],
  ["both", "Side by side"],
] as const;

const groupings: readonly (readonly [Grouping, string])[] = [
  ["outline", "As in the plan"],
  ["phase", "By phase"],
  ["wave", "By wave"],
  ["stream", "By stream"],
  ["side", "By side"],
  ["owner", "By owner"],
  ["none", "One list"],
];

/** How the steps are looked at. */
export function ViewTools({ look, lines, onShow, onZoom, onGroup, onFoldAll, onCards }: Props) {
  const holders = lines.flatMap(({ id, isOpen }) => (isOpen === null ? [] : [{ id, isOpen }]));
  const isAllFolded = holders.length > 0 && holders.every(({ isOpen }) => !isOpen);
  return (
    <div className="row">
      <select
        aria-label="Group the steps"
        value={look.grouping}
        onChange={({ target }) => {
          const found = groupings.find(([grouping]) => grouping === target.value);
          if (found) onGroup(found[0]);
        }}
      >
        {groupings.map(([grouping, title]) => (
          <option key={grouping} value={grouping}>
            {title}
          </option>
        ))}
      </select>
      {holders.length === 0 ? null : (
        <button
          type="button"
          className="button"
          onClick={() => onFoldAll(isAllFolded ? [] : holders.map(({ id }) => id))}
        >
          {isAllFolded ? "Unfold" : "Fold"}
        </button>
      )}
      {look.shown === "table" ? null : (
        <>
          <Segments
            name="Zoom"
            choices={zooms.map((one) => [one.zoom, one.title])}
            chosen={look.zoom}
            onChoose={onZoom}
          />
          <button type="button" className="button" onClick={() => window.print()}>
            Print
          </button>
        </>
      )}
      <button type="button" className="button" aria-pressed={look.cards} onClick={onCards}>
        Job cards
      </button>
      <Segments name="View" choices={views} chosen={look.shown} onChoose={onShow} />
    </div>
  );
}
