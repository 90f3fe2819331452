import type { ProposalView } from "#contract/sync";
import { count } from "../parts/share";
import type { Group } from "./proposal-lines";

type Counts = ProposalView["counts"];

const names: readonly (readonly [keyof Counts, string, Group | null])[] = [
  ["create", "create", "create"],
  ["adopt", "take on", "adopt"],
  ["update", "update", "update"],
  ["pull", "take from Jira", "pull"],
  ["conflict", "conflict", null],
  ["link", "link", "link"],
  ["unlink", "unlink", "unlink"],
  ["orphan", "no longer in the file", null],
  ["refusal", "refused", "refusal"],
  ["rest", "unchanged", null],
];

interface Props {
  readonly counts: Counts;
  /** Things about to be made whose title a work item bears already. */
  readonly doubles: number;
  readonly only: Group | null;
  readonly onOnly: (group: Group | null) => void;
}

/** The counts first; always the three that everybody asks about, the others when they are not nought. Each shows its own. */
export function ProposalCounts({ counts, doubles, only, onOnly }: Props) {
  const shown = names.filter(
    ([name]) => counts[name] > 0 || name === "create" || name === "update" || name === "conflict",
  );
  return (
    <ul className="counts">
      {shown.map(([name, word, group]) => {
        const said = (
          <>
            <strong>{counts[name].toLocaleString("en")}</strong> {word}
          </>
        );
        return (
          <li key={name}>
            {group === null || counts[name] === 0 ? (
              <span className={name === "conflict" && counts.conflict > 0 ? "count count-warn" : "count"}>{said}</span>
            ) : (
              <button
                type="button"
                className="count count-button"
                aria-pressed={only === group}
                title={only === group ? "Show everything" : "Show only these"}
                onClick={() => onOnly(only === group ? null : group)}
              >
                {said}
              </button>
            )}
          </li>
        );
      })}
      <li>
        <span className={doubles > 0 ? "count count-warn" : "count"}>
          <strong>{doubles.toLocaleString("en")}</strong> {doubles > 0 ? "perhaps duplicates" : "duplicates"}
        </span>
      </li>
    </ul>
  );
}

/** What the button would do, or null when plan and Jira already agree. */
export function sayTouched(counts: Counts): string | null {
  const links = counts.link + counts.unlink;
  const parts = [
    ...(counts.create > 0 ? [`create ${counts.create.toLocaleString("en")}`] : []),
    ...(counts.adopt > 0 ? [`take on ${counts.adopt.toLocaleString("en")}`] : []),
    ...(counts.update > 0 ? [`update ${counts.update.toLocaleString("en")}`] : []),
    ...(counts.pull > 0 ? [`take ${counts.pull.toLocaleString("en")} from Jira`] : []),
    ...(links > 0 ? [count(links, "link")] : []),
  ];
  return parts.length === 0 ? null : parts.join(", ");
}
