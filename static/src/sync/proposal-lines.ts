import type { LinkRow, ProposalRow, ProposalView } from "#contract/sync";
import { fieldName } from "./field-words";

export type Group = ProposalRow["action"] | LinkRow["action"];

export type ProposalLine =
  | { readonly kind: "head"; readonly id: string; readonly group: Group; readonly shown: number; readonly all: number }
  | { readonly kind: "row"; readonly id: string; readonly row: ProposalRow }
  | { readonly kind: "link"; readonly id: string; readonly link: LinkRow };

export interface ProposalFilter {
  readonly words: string;
  /** Null shows every group. */
  readonly only: Group | null;
}

/** What needs a person first, then what is made, changed, taken, linked. */
const order: readonly Group[] = ["refusal", "create", "adopt", "update", "pull", "orphan", "link", "unlink"];

/** A proposal as one list of lines under headings. Conflicts are settled elsewhere and do not stand here. */
export function proposalLines(proposal: ProposalView, { words, only }: ProposalFilter): readonly ProposalLine[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (text: string) => wanted.every((word) => text.includes(word));
  return order.flatMap((group): readonly ProposalLine[] => {
    if (only !== null && group !== only) return [];
    const all = linesOf(group, proposal);
    const shown = all.filter((line) => fits(searched(line)));
    if (all.length === 0) return [];
    return [{ kind: "head", id: group, group, shown: shown.length, all: all.length }, ...shown];
  });
}

function linesOf(group: Group, proposal: ProposalView): readonly ProposalLine[] {
  if (group === "link" || group === "unlink") {
    return proposal.links
      .filter(({ action }) => action === group)
      .map((link) => ({ kind: "link", id: `${group} ${link.from} ${link.to} ${link.label}`, link }));
  }
  // What a person is asked about stands with the question.
  const asked = new Set(proposal.orphans.map(({ item }) => item));
  return proposal.rows
    .filter(({ action, item }) => action === group && !(group === "orphan" && asked.has(item)))
    .map((row, at) => ({ kind: "row", id: `${group} ${row.item} ${String(at)}`, row }));
}

function searched(line: ProposalLine): string {
  if (line.kind === "head") return "";
  const parts =
    line.kind === "row"
      ? [line.row.title, line.row.item, line.row.kind, line.row.key ?? "", ...line.row.fields.map(said)]
      : [line.link.from, line.link.to, line.link.titles.from, line.link.titles.to, line.link.label];
  return parts.join(" ").toLowerCase();
}

function said({ field, plan, jira }: ProposalRow["fields"][number]): string {
  return `${fieldName(field)} ${plan ?? ""} ${jira ?? ""}`;
}
