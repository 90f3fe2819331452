import { formatOf } from "./format";
import type { FileNote, Refused } from "./read-result";
import { maxFileBytes, refuse, tooLarge } from "./read-result";
import type { PlanBytes } from "./read-file";
import { sheetsOf } from "./read-sheets";
import type { RegisterRow, RisksRead } from "./risk/read-risks";
import { readRisks } from "./risk/read-risks";

/**
 * An existing risk register (CSV, XLSX, Markdown) as risks of a plan, whatever scale it counts in.
 *
 *     const read = await readRiskRegister({ name, bytes, format: null });
 *     read.rows: each with its line, the risk, whether it was tagged pre- or post-delivery, whether it is closed
 *     read.scales.likelihood.points: 3, 4, 5, 10, or 100 and 1 for percentages; read.notes: what was guessed
 */
export interface RiskRegister {
  readonly kind: "register";
  /** The sheet it stands in; empty where the file has one table. */
  readonly sheet: string;
  readonly rows: readonly RegisterRow[];
  readonly scales: RisksRead["scales"];
  readonly notes: readonly FileNote[];
}

export async function readRiskRegister(file: Omit<PlanBytes, "choices">): Promise<RiskRegister | Refused> {
  const format = file.format ?? formatOf(file.name);
  if (format !== "csv" && format !== "xlsx" && format !== "markdown")
    return refuse(`${file.name} is no table.`, "Save the register as .xlsx, .csv or .md.");
  if (file.bytes.length > maxFileBytes) return tooLarge(file.name);
  const read = await sheetsOf(file, format);
  if (read.kind === "refused") return read;
  const registers = read.sheets.flatMap((sheet) => {
    const risks = readRisks(sheet);
    return risks === null ? [] : [{ sheet: sheet.name, risks }];
  });
  const [best] = registers.toSorted((a, b) => b.risks.rows.length - a.risks.rows.length);
  return best
    ? { kind: "register", sheet: best.sheet, ...best.risks }
    : refuse(
        `${file.name} has no table of risks.`,
        'Head the columns: "Risk", "Likelihood", "Impact", "Owner", "Response".',
      );
}
