import type { Field } from "#formats/table/columns";
import { columns, fieldOf } from "#formats/table/columns";
import type { TableChoices } from "#formats/table/layout";
import type { Asked } from "./command";
import { Misuse, textOf } from "./command";

const text = { type: "string" } as const;

/** What every command that reads a plan may be told about a table. */
export const tableOptions = { from: text, sheet: text, heading: text, columns: text, days: text };

export const tableUsage =
  "[--from F] [--sheet NAME] [--heading ROW] [--columns id,-,title,…] [--days day-first|month-first]";

export function tableChoices(values: Asked["values"]): TableChoices {
  const heading = textOf(values, "heading");
  if (heading !== null && !/^[1-9]\d{0,6}$/.test(heading)) throw new Misuse("--heading is the number of a row.");
  const days = textOf(values, "days");
  if (days !== null && days !== "day-first" && days !== "month-first")
    throw new Misuse("--days is day-first or month-first.");
  const said = textOf(values, "columns");
  return {
    sheet: textOf(values, "sheet"),
    heading: heading === null ? null : Number(heading),
    fields: said === null ? null : said.split(",").map(fieldNamed),
    days,
  };
}

function fieldNamed(word: string): Field | null {
  const said = word.trim();
  if (said === "-" || said === "") return null;
  const field = columns.find((column) => column.field === said)?.field ?? fieldOf(said);
  if (field === null)
    throw new Misuse(`"${said}" is no column; say ${columns.map((column) => column.field).join(", ")} or -.`);
  return field;
}
