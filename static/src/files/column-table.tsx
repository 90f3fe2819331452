import type { Grid } from "#formats/read-grid";
import type { TableChoices } from "#formats/table/layout";
import { allFields } from "#formats/table/field-words";

type Field = NonNullable<TableChoices["fields"]>[number];

interface Props {
  readonly columns: Grid["columns"];
  readonly fields: readonly Field[];
  readonly onChoose: (at: number, field: Field) => void;
}

/** A column of the file a row, with what stands in it and what it is read as. */
export function ColumnTable({ columns, fields, onChoose }: Props) {
  return (
    <div className="table-frame" role="group" aria-label="Columns" tabIndex={0}>
      <table className="table mapping-table">
        <thead>
          <tr>
            <th scope="col">Column of the file</th>
            <th scope="col">For example</th>
            <th scope="col">Read as</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ heading, samples }, at) => {
            const field = fields[at] ?? null;
            const name = heading === "" ? `Column ${String(at + 1)}` : heading;
            return (
              <tr key={`${heading} ${String(at)}`} className={field === null ? "mapping-left" : ""}>
                <th scope="row">{name}</th>
                <td className="subtle mapping-samples">{samples.length === 0 ? "empty" : samples.join(" · ")}</td>
                <td>
                  <select
                    aria-label={`${name} is read as`}
                    value={field ?? ""}
                    onChange={({ target }) =>
                      onChoose(at, allFields.find((one) => one.field === target.value)?.field ?? null)
                    }
                  >
                    <option value="">Left out</option>
                    {allFields.map((one) => (
                      <option key={one.field} value={one.field}>
                        {one.words}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
