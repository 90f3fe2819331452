import { fieldsOf, findHeading } from "../table/layout";
import { isStatus } from "../table/status-words";
import type { SheetMarks } from "./sheet-marks";
import type { Look } from "./workbook-marks";

type Rows = readonly (readonly string[])[];

export interface Coloured {
  readonly rows: Rows;
  readonly marks: SheetMarks | undefined;
}

/** What colours stand for in a workbook: `#FF00B050` is done. */
export type Legend = ReadonlyMap<string, string>;

/** A filled cell with a word for a status in it, or to its right, says what its colour means; one that says two things says nothing. */
export function legendOf(sheets: readonly Coloured[], looks: readonly Look[]): Legend {
  const said = sheets.flatMap(({ rows, marks }) =>
    rows.flatMap((row, at) =>
      row.flatMap((text, column) => {
        const fill = fillAt(marks, looks, { row: at, column });
        const word = [text, row[column + 1] ?? ""].find((one) => isStatus(one));
        return fill === null || word === undefined ? [] : [{ fill, word: word.trim() }];
      }),
    ),
  );
  const words = Map.groupBy(said, ({ fill }) => fill);
  return new Map(
    [...words].flatMap(([fill, list]) => {
      const different = new Set(list.map(({ word }) => word.toLowerCase()));
      return different.size === 1 ? [[fill, list[0]?.word ?? ""] as const] : [];
    }),
  );
}

/** The rows with what their colours say written out: in the empty cells of a column of status, or in one of its own. */
export function spellColours({ rows, marks }: Coloured, looks: readonly Look[], legend: Legend): Rows {
  const heading = findHeading(rows);
  if (heading === null || legend.size === 0) return rows;
  const fields = fieldsOf(rows[heading] ?? []);
  const known = fields.indexOf("status");
  const column = known === -1 ? fields.length : known;
  const from = fields.indexOf(known === -1 ? "title" : "status");
  const wordAt = (row: number) => legend.get(fillAt(marks, looks, { row, column: from }) ?? "") ?? "";
  const isSaid = rows.some((_, at) => at > heading && wordAt(at) !== "");
  if (!isSaid) return rows;
  return rows.map((row, at) => {
    const said = at === heading && known === -1 ? "Status" : at > heading ? wordAt(at) : "";
    return said === "" || (row[column] ?? "").trim() !== "" ? row : withCell(row, column, said);
  });
}

function withCell(row: readonly string[], column: number, text: string): readonly string[] {
  const longer = Array.from({ length: Math.max(row.length, column + 1) }, (_, at) => row[at] ?? "");
  longer[column] = text;
  return longer;
}

/** The colour of a cell that is filled; null for one that is not. */
export function fillAt(
  marks: SheetMarks | undefined,
  looks: readonly Look[],
  { row, column }: { readonly row: number; readonly column: number },
): string | null {
  return looks[marks?.styles.get(row)?.get(column) ?? 0]?.fill ?? null;
}
