import writeXlsxFile from "write-excel-file/universal";
import type { Plan } from "#domain/plan/plan";
import { quoteTrap } from "./table/cells";
import { writeTable } from "./table/write-table";
import { headRows, headSheet } from "./xlsx/head-sheet";
import { writeSections } from "./xlsx/section-sheets";

/** All of a plan: its steps, a sheet for each of its lists, and what it says of itself. Cells are typed as text, so nothing in them runs as a formula. */
export async function writeXlsx(plan: Plan): Promise<Uint8Array> {
  const lists = writeSections(plan).map(({ sheet, rows }) => ({ data: headed(rows), sheet, stickyRowsCount: 1 }));
  const blob = await writeXlsxFile([
    { data: headed(writeTable(plan)), sheet: "Steps", stickyRowsCount: 1 },
    ...lists,
    { data: headRows(plan).map((row) => row.map(textCell)), sheet: headSheet },
  ]).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function headed([heading = [], ...rows]: readonly (readonly string[])[]) {
  return [
    heading.map((value) => ({ value, type: String, fontWeight: "bold" as const })),
    ...rows.map((row) => row.map(textCell)),
  ];
}

function textCell(value: string) {
  return value === "" ? null : { value: quoteTrap(value), type: String, wrap: value.includes("\n") };
}
