import { useState } from "react";
import type { HeatView } from "#contract/risks";
import { ItemLink } from "../parts/item-link";
import { count } from "../parts/share";

/** Where the open risks gather. A cell says its exposure and band in words; pressed, it names its risks. */
export function HeatMap({ heat }: { readonly heat: HeatView }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const cells = heat.rows.flat();
  const shown = cells.find((cell) => placeOf(cell) === chosen && cell.keys.length > 0);
  return (
    <section className="stack stack-tight">
      <h2>Where the open risks gather</h2>
      <div className="table-frame" tabIndex={0} role="group" aria-label="Heat map">
        <table className="heat">
          <caption className="unseen">Open risks by likelihood and impact</caption>
          <thead>
            <tr>
              <th scope="col">Likelihood ↓ Impact →</th>
              {heat.impacts.map((impact, at) => (
                <th key={impact} scope="col">
                  {at + 1} {impact}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {heat.rows.map((row, at) => (
              <tr key={row[0]?.likelihood ?? at}>
                <th scope="row">
                  {heat.likelihoods.length - at} {heat.likelihoods[heat.likelihoods.length - 1 - at]}
                </th>
                {row.map((cell) => (
                  <td key={cell.impact} className={`heat-cell exposure-${cell.weight}`}>
                    <Cell cell={cell} isChosen={placeOf(cell) === chosen} onChoose={setChosen} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="subtle" aria-live="polite">
        {shown === undefined ? "Press a cell with risks to see which they are." : <Keys cell={shown} />}
      </p>
    </section>
  );
}

type HeatCell = HeatView["rows"][number][number];

function placeOf({ likelihood, impact }: HeatCell): string {
  return `${likelihood}/${impact}`;
}

interface CellProps {
  readonly cell: HeatCell;
  readonly isChosen: boolean;
  readonly onChoose: (place: string) => void;
}

function Cell({ cell, isChosen, onChoose }: CellProps) {
  const words = `${cell.exposure} ${cell.band}`;
  if (cell.keys.length === 0) return <span className="heat-empty">{words}</span>;
  return (
    <button
      type="button"
      className="heat-button"
      aria-pressed={isChosen}
      aria-label={`${count(cell.keys.length, "risk")}, exposure ${words}`}
      onClick={() => onChoose(placeOf(cell))}
    >
      <strong>{cell.keys.length}</strong> <span>{words}</span>
    </button>
  );
}

function Keys({ cell }: { readonly cell: HeatCell }) {
  return (
    <>
      {count(cell.keys.length, "risk")} at exposure {cell.exposure} ({cell.band}):{" "}
      {cell.keys.map((key, at) => (
        <span key={key}>
          {at === 0 ? "" : ", "}
          <ItemLink itemKey={key} />
        </span>
      ))}
    </>
  );
}
