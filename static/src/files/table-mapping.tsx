import { useState } from "react";
import Button from "@atlaskit/button/default/button";
import type { Grid } from "#formats/read-grid";
import type { TableChoices } from "#formats/table/layout";
import { count } from "../parts/share";
import { ColumnTable } from "./column-table";
import { DayQuestion } from "./day-question";
import { recognise } from "./recognise";
import { rememberColumns } from "./remembered-columns";

interface Props {
  readonly name: string;
  readonly grid: Grid;
  readonly table: TableChoices;
  /** Whether the columns are those this person chose for such a table before. */
  readonly recalled: boolean;
  readonly onRead: (table: TableChoices) => void;
}

/** What the columns of a table hold: guessed, shown with samples, and open to be said otherwise. */
export function TableMapping(props: Props) {
  const { grid, recalled } = props;
  const known = grid.columns.filter(({ field }) => field !== null).length;
  return (
    <details className="group mapping" open={grid.questions.length > 0}>
      <summary>
        {recognise(grid) ?? "A table of its own make"}: {known} of {count(grid.columns.length, "column")} read
        {recalled ? ", as said before" : ""}
      </summary>
      <MappingForm {...props} />
    </details>
  );
}

function MappingForm({ name, grid, table, onRead }: Props) {
  const [fields, setFields] = useState(() => grid.columns.map(({ field }) => field));
  const [days, setDays] = useState(table.days);
  const asksDays = grid.questions.find((question) => question.kind === "days");
  const lacksTitle = !fields.includes("title");
  const lacksDays = asksDays !== undefined && days === null;
  const send = () => {
    rememberColumns(grid, fields);
    onRead({ ...table, fields, days });
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!lacksTitle && !lacksDays) send();
      }}
    >
      <Layout grid={grid} onRead={(next) => onRead({ ...table, ...next, fields: null })} />
      {asksDays ? <DayQuestion samples={asksDays.samples} chosen={days} onChoose={setDays} /> : null}
      <details open={!asksDays || lacksTitle} className="stack stack-tight">
        <summary>What each column holds</summary>
        <ColumnTable
          columns={grid.columns}
          fields={fields}
          onChoose={(at, field) => setFields(fields.map((each, index) => (index === at ? field : each)))}
        />
      </details>
      <div className="row">
        <Button type="submit" appearance="primary" isDisabled={lacksTitle || lacksDays}>
          Read {name} so
        </Button>
        <span className="subtle" aria-live="polite">
          {lacksTitle
            ? "Say which column holds the title of the step."
            : lacksDays
              ? "Say which number is the day."
              : `${count(grid.steps, "row")} below the headings.`}
        </span>
      </div>
    </form>
  );
}

interface LayoutProps {
  readonly grid: Grid;
  readonly onRead: (layout: Pick<TableChoices, "sheet" | "heading">) => void;
}

/** Where the table stands. Another place is another table, so it is read again at once. */
function Layout({ grid, onRead }: LayoutProps) {
  const sheet = grid.sheet === "" ? null : grid.sheet;
  return (
    <div className="row">
      {grid.sheets.length < 2 ? null : (
        <label className="row">
          <span className="subtle">Sheet</span>
          <select value={grid.sheet} onChange={({ target }) => onRead({ sheet: target.value, heading: null })}>
            {grid.sheets.map(({ name, rows }) => (
              <option key={name} value={name}>
                {name} ({count(rows, "row")})
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="row mapping-heading">
        <span className="subtle">Headings stand in</span>
        <select
          value={grid.heading ?? ""}
          onChange={({ target }) => onRead({ sheet, heading: target.value === "" ? null : Number(target.value) })}
        >
          {grid.heading === null ? <option value="">no line yet</option> : null}
          {headingLines(grid).map(({ line, cells }) => (
            <option key={line} value={line}>
              line {line}:{" "}
              {cells
                .filter((cell) => cell.trim() !== "")
                .join(", ")
                .slice(0, 60)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function headingLines({ top, heading, columns }: Grid): Grid["top"] {
  if (heading === null || top.some(({ line }) => line === heading)) return top;
  return [...top, { line: heading, cells: columns.map((column) => column.heading) }];
}
