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

export function estimate(proposal: Pick<Proposal, "creates" | "compared" | "edges">): Estimate {
  const bulks = Math.ceil(proposal.creates.length / bulkSize);
  const updates = proposal.compared.filter((one) => Object.keys(one.pushes).length > 0).length;
  const links = proposal.edges.add.length;
  const unlinks = proposal.edges.remove.length;
  const requests = bulks + updates + links + unlinks;
  return {
    requests,
    points: requests + proposal.creates.length,
    seconds: Math.ceil((bulks + links) / perSecond.post + updates / perSecond.put + unlinks / perSecond.delete),
  };
}
