import type { ProposalView } from "#contract/sync";
import { count } from "../parts/share";

type Counts = ProposalView["counts"];

const names: readonly (readonly [keyof Counts, string])[] = [
  ["create", "create"],
  ["update", "update"],
  ["pull", "take from Jira"],
  ["conflict", "conflict"],
  ["link", "link"],
  ["unlink", "unlink"],
  ["orphan", "left in Jira"],
  ["refusal", "refused"],
  ["rest", "unchanged"],
];

/** The counts first; always the four that everybody asks about, the others when they are not nought. */
export function ProposalCounts({ counts }: { readonly counts: Counts }) {
  const shown = names.filter(
    ([name]) => counts[name] > 0 || name === "create" || name === "update" || name === "conflict",
  );
  return (
    <ul className="counts">
      {shown.map(([name, word]) => (
        <li key={name} className={name === "conflict" && counts.conflict > 0 ? "count count-warn" : "count"}>
          <strong>{counts[name].toLocaleString("en")}</strong> {word}
        </li>
      ))}
    </ul>
  );
}

/** What the button would do, or null when plan and Jira already agree. */
export function sayTouched(counts: Counts): string | null {
  const links = counts.link + counts.unlink;
  const parts = [
    ...(counts.create > 0 ? [`create ${counts.create.toLocaleString("en")}`] : []),
    ...(counts.update > 0 ? [`update ${counts.update.toLocaleString("en")}`] : []),
    ...(counts.pull > 0 ? [`take ${counts.pull.toLocaleString("en")} from Jira`] : []),
    ...(links > 0 ? [count(links, "link")] : []),
  ];
  return parts.length === 0 ? null : parts.join(", ");
}
