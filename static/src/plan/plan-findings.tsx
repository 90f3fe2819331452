import type { Finding } from "#domain/plan/finding";
import { Findings } from "../parts/findings";
import { count } from "../parts/share";

/** What no line of the sheet can show: weaknesses of the plan as a whole, of its risks, rollbacks and registers. */
export function PlanFindings({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  const errors = findings.filter(({ level }) => level === "error").length;
  const weight = errors === 0 ? "" : `, ${count(errors, "error")}`;
  return (
    <details className="plan-findings">
      <summary>
        {count(findings.length, "finding")} beyond the steps{weight}
      </summary>
      <Findings findings={findings.map((finding) => ({ ...finding, line: null }))} />
    </details>
  );
}
