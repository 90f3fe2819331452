import type { PlanBytes } from "./read-file";
import { formatOf } from "./format";
import { maxFileBytes, tooLarge } from "./read-result";
import type { Refused } from "./read-result";
import { sheetsOf } from "./read-sheets";
import type { Field } from "./table/columns";
import type { TableChoices } from "./table/layout";
import { layoutOf, noChoices } from "./table/layout";
import { orderOf } from "./table/read-table";
import type { Sheet } from "./table/sheets";
import { chosenSheet } from "./table/sheets";
import { rowsBelow } from "./table/table-rows";

/**
 * A table before it is a plan, for the step in which somebody says what its columns hold.
 *
 *     const grid = await readGrid({ name, bytes, format });       // csv, xlsx, markdown; null for the other formats
 *     show(grid.columns, grid.questions);                         // guessed meaning, samples, what only a person can say
 *     const choices = { sheet: "Plan", heading: 4, fields: ["id", null, "title"], days: "day-first" };
 *     await readGrid({ name, bytes, format }, choices);           // the same grid as it looks with these choices
 *     await readFile({ name, bytes, format, choices });           // the plan, read exactly so
 *
 * Null in a choice leaves it to the reader. `allFields` (./table/field-words) lists what a column may hold, in words.
 */
export interface Grid {
  readonly kind: "grid";
  readonly sheets: readonly { readonly name: string; readonly rows: number }[];
  /** The sheet that is read. */
  readonly sheet: string;
  /** Line, or row of the sheet, in which the headings stand; null when none was found. */
  readonly heading: number | null;
  readonly columns: readonly GridColumn[];
  /** How many rows name a step. */
  readonly steps: number;
  /** The first lines of the sheet, as they stand, with the number of each: to choose the heading from. */
  readonly top: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly questions: readonly GridQuestion[];
}

export interface GridColumn {
  readonly heading: string;
  /** What the column is read as; null: it is not read. */
  readonly field: Field | null;
  /** The first different texts in it. */
  readonly samples: readonly string[];
}

export type GridQuestion =
  /** No day of the table says whether 03/02/2026 is in February or March. */
  | { readonly kind: "days"; readonly samples: readonly string[] }
  /** No column is read as the title of a step. */
  | { readonly kind: "title" };

export async function readGrid(file: PlanBytes, choices: TableChoices = noChoices): Promise<Grid | Refused | null> {
  const format = file.format ?? formatOf(file.name);
  if (format !== "csv" && format !== "xlsx" && format !== "markdown") return null;
  if (file.bytes.length > maxFileBytes) return tooLarge(file.name);
  const read = await sheetsOf(file, format);
  if (read.kind === "refused") return read;
  const sheet = chosenSheet(read, choices);
  const sheets = read.sheets.map(({ name, rows }) => ({ name, rows: rows.length }));
  return sheet === null
    ? { kind: "grid", sheets, sheet: "", heading: null, columns: [], steps: 0, top: [], questions: [{ kind: "title" }] }
    : { kind: "grid", sheets, sheet: sheet.name, ...gridOf(sheet, choices) };
}

const shown = { topRows: 12, samples: 4, sampleLength: 80 };

function gridOf(sheet: Sheet, choices: TableChoices): Omit<Grid, "kind" | "sheets" | "sheet"> {
  const top = sheet.rows.slice(0, shown.topRows).map((cells, at) => ({ line: sheet.lines[at] ?? at + 1, cells }));
  const layout = layoutOf(sheet.rows, sheet.lines, choices);
  if (layout === null) return { heading: null, columns: [], steps: 0, top, questions: [{ kind: "title" }] };
  const rows = rowsBelow(sheet, layout, []);
  const order = orderOf(rows, layout, choices);
  const unclear = order.kind === "unclear" ? order.samples.map(({ text }) => text) : [];
  const body = sheet.rows.slice(layout.row + 1);
  return {
    heading: sheet.lines[layout.row] ?? null,
    columns: layout.headings.map((heading, at) => ({
      heading: heading.trim(),
      field: layout.fields[at] ?? null,
      samples: samplesOf(body.map((cells) => cells[at] ?? "")),
    })),
    steps: rows.length,
    top,
    questions: [
      ...(layout.fields.includes("title") ? [] : [{ kind: "title" } as const]),
      ...(unclear.length > 0 ? [{ kind: "days", samples: samplesOf(unclear) } as const] : []),
    ],
  };
}

function samplesOf(cells: readonly string[]): readonly string[] {
  const texts = new Set<string>();
  for (const cell of cells) {
    if (cell.trim() !== "") texts.add(cell.trim().slice(0, shown.sampleLength));
    if (texts.size === shown.samples) break;
  }
  return [...texts];
}
