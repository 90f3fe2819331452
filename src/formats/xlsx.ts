import writeXlsxFile from "write-excel-file/universal";
import type { Plan } from "#domain/plan/plan";
import { encodeText } from "./table/cells";
import { headSections } from "./table/plan-head";
import { writeTable } from "./table/write-table";
import { headSheet } from "./xlsx/head-sheet";

/** Cells are typed as text, so nothing in them runs as a formula. */
export async function writeXlsx(plan: Plan): Promise<Uint8Array> {
  const [heading = [], ...rows] = writeTable(plan);
  const steps = [
    heading.map((value) => ({ value, type: String, fontWeight: "bold" as const })),
    ...rows.map((row) => row.map(textCell)),
  ];
  const head = headSections(plan).flatMap(({ heading, lines }) =>
    lines.map((line) => [textCell(heading), textCell(encodeText(line))]),
  );
  const blob = await writeXlsxFile([
    { data: steps, sheet: "Steps", stickyRowsCount: 1 },
    { data: head, sheet: headSheet },
  ]).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function textCell(value: string) {
  return value === "" ? null : { value, type: String, wrap: value.includes("\n") };
}
