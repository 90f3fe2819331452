import type { FindingView } from "#contract/sync";
import { Findings } from "../parts/findings";
import { count } from "../parts/share";

const levels = [
  { level: "error", title: "Cannot be carried out as written" },
  { level: "warning", title: "Leaves out what implementations fail on" },
  { level: "hint", title: "Could be clearer" },
] as const;

const mostShown = 50;

/** What the plan would be told in a review, gravest first; only what stops it from working is open from the start. */
export function FindingGroups({ findings }: { readonly findings: readonly FindingView[] }) {
  if (findings.length === 0) return <p className="subtle">Nothing to remark on the plan itself.</p>;
  return (
    <div className="stack stack-tight">
      {levels.map(({ level, title }) => {
        const found = findings.filter((finding) => finding.level === level);
        if (found.length === 0) return null;
        return (
          <details key={level} className="group" open={level === "error"}>
            <summary>
              {title}: {count(found.length, level)}
            </summary>
            <Findings findings={found.slice(0, mostShown)} />
            {found.length > mostShown ? <p className="subtle">and {found.length - mostShown} more</p> : null}
          </details>
        );
      })}
    </div>
  );
}
