import type { ReactNode } from "react";

export interface Column<Row> {
  readonly name: string;
  readonly render: (row: Row) => ReactNode;
  readonly align?: "end";
  /** The column that names the row. */
  readonly heads?: "row";
}

interface Props<Row> {
  readonly caption: ReactNode;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowClass?: (row: Row) => string;
}

/** A real table: a caption that says what it holds, a heading for each column and row, and its own sideways scroll. */
export function Table<Row>({ caption, columns, rows, rowKey, rowClass }: Props<Row>) {
  return (
    <div className="table-frame" tabIndex={0} role="group" aria-label={typeof caption === "string" ? caption : "Table"}>
      <table className="table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" className={column.align === "end" ? "end" : ""}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={rowClass?.(row) ?? ""}>
              {columns.map((column) => (
                <Cell key={column.name} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const shown = column.render(row);
  if (column.heads === "row") return <th scope="row">{shown}</th>;
  return <td className={column.align === "end" ? "end" : ""}>{shown}</td>;
}
