import { decodeText } from "../table/cells";
import type { PlanHead } from "../table/plan-head";
import { headOf, headPart } from "../table/plan-head";
import type { SheetValues } from "./xlsx-sheets";

/** Where a workbook we write says what the plan says of itself. */
export const headSheet = "About the plan";

export function headIn(sheets: readonly SheetValues[]): PlanHead {
  const rows = sheets.find(({ name }) => name === headSheet)?.rows ?? [];
  const entries = rows.flatMap(([heading = "", line = ""]) => {
    const part = headPart(heading);
    return part === null ? [] : [{ part, line: decodeText(line) }];
  });
  return headOf(entries);
}
