import type { Proposal } from "./propose";

export interface Estimate {
  readonly requests: number;
  readonly points: number;
  readonly seconds: number;
}

/** Jira takes this many new work items in one call. */
export const bulkSize = 50;

/** What Jira's published burst limits let through in a second. */
const perSecond = { post: 100, put: 50, delete: 50 };

export function estimate(proposal: Pick<Proposal, "creates" | "compared" | "edges" | "orphans">): Estimate {
  const bulks = Math.ceil(proposal.creates.length / bulkSize);
  const left = proposal.orphans.filter(({ choice }) => choice !== "keep");
  const closed = left.filter(({ choice }) => choice === "close").length;
  // Leaving the plan is one call; being done with as well is a look at the transitions and one of them.
  const updates = proposal.compared.filter(isWritten).length + left.length + 2 * closed;
  const links = proposal.edges.add.length;
  const unlinks = proposal.edges.remove.length + left.reduce((sum, { edges }) => sum + edges.length, 0);
  const requests = bulks + updates + links + unlinks;
  return {
    requests,
    points: requests + proposal.creates.length,
    seconds: Math.ceil((bulks + links) / perSecond.post + updates / perSecond.put + unlinks / perSecond.delete),
  };
}

function isWritten({ pushes, held }: Proposal["compared"][number]): boolean {
  return Object.keys(pushes).length > 0 || !held.ours;
}
