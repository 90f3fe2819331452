import type { FindingView } from "#contract/sync";
import { lint } from "#domain/plan/lint";
import type { Plan } from "#domain/plan/plan";
import { itemLines } from "#formats/item-lines";
import { readPlan } from "#formats/yaml";
import { fixesFor } from "./fixes";
import type { Fix } from "./fixes";
import { respellKey, respellName } from "./respell";

/** Something said about a stretch of the text. */
export interface TextRemark {
  readonly finding: FindingView;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number | null;
  readonly fixes: readonly Fix[];
}

export interface Remarked {
  /** Null while the text is no plan. */
  readonly plan: Plan | null;
  readonly remarks: readonly TextRemark[];
}

/** What the reader and the linter say of a text, each at its line; what belongs to no line stands at the first. */
export function remarksOn(text: string): Remarked {
  const read = readPlan(text, "plan.yaml");
  if (read.kind === "refused") {
    const remarks = read.findings.map(({ line, column, path, message, mend }): TextRemark => ({
      finding: { rule: "plan-file", level: "error", item: null, field: path || null, line, message, mend },
      line: line ?? 1,
      column,
      fixes: respellKey(text, { message, path, line, column }),
    }));
    return { plan: null, remarks };
  }
  const { plan } = read;
  const lineOf = itemLines({ text, format: "yaml", plan });
  const remarks = lint(plan).map((finding): TextRemark => {
    const own = lineOf(finding.item, finding.field) ?? lineOf(finding.item, null);
    const fixes = [...respellName(text, finding.message, own), ...fixesFor(finding, text, own)];
    return { finding: { ...finding, line: own }, line: own ?? 1, column: null, fixes };
  });
  return { plan, remarks };
}
