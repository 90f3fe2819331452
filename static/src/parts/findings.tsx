import type { FindingView } from "#contract/sync";

const levels = { error: "Error", warning: "Warning", hint: "Hint" } as const;

/** What is wrong with the plan, where it stands in the file, and how to mend it. */
export function Findings({ findings }: { readonly findings: readonly FindingView[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className="findings">
      {findings.map((finding, at) => (
        <li key={`${finding.rule}-${finding.item ?? ""}-${String(at)}`} className={`finding finding-${finding.level}`}>
          <span className="tag">{levels[finding.level]}</span>
          <div>
            <p>
              {finding.message} <Where finding={finding} />
            </p>
            <p className="subtle">{finding.mend}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Where({ finding }: { readonly finding: FindingView }) {
  const parts = [
    ...(finding.line === null ? [] : [`line ${String(finding.line)}`]),
    ...(finding.item === null ? [] : [finding.item]),
    ...(finding.field === null ? [] : [finding.field]),
  ];
  return parts.length === 0 ? null : <span className="faint">{parts.join(" · ")}</span>;
}
