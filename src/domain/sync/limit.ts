import type { Proposal } from "./propose";
import type { Snapshot } from "./item";

export interface TouchLimit {
  readonly touched: number;
  readonly existing: number;
}

export const limits = { share: 0.3, existing: 10 } as const;

/** Set when so much of what stands in Jira would change that a person must type the number first. */
export function touchLimit(
  proposal: Pick<Proposal, "compared" | "edges" | "orphans">,
  snapshot: Snapshot,
): TouchLimit | null {
  const existing = snapshot.items.filter((item) => item.ours).length;
  const written = proposal.compared.filter((one) => Object.keys(one.pushes).length > 0).map((one) => one.item.id);
  const unlinked = proposal.edges.remove.flatMap((edge) => [edge.from, edge.to]);
  const left = proposal.orphans.filter(({ choice }) => choice !== "keep").map(({ held }) => held.id);
  const touched = new Set([...written, ...unlinked, ...left]).size;
  return existing >= limits.existing && touched > existing * limits.share ? { touched, existing } : null;
}
