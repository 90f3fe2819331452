import type { Proposal } from "./propose";

/** Names a proposal by what it would do, so that one looked at earlier can be told from one that has changed since. */
export function hashOf(proposal: Omit<Proposal, "hash">): string {
  return digest(
    JSON.stringify([
      proposal.plan.id,
      proposal.creates.map(({ id, kind, fields }) => [id, kind, sorted(fields)]),
      proposal.compared
        .filter((one) => one.steps.length > 0 || !one.held.ours)
        .map((one) => [
          one.item.id,
          one.held.issue,
          one.steps.map(({ field, plan, jira, step }) => [field, plan, jira, step.kind]),
        ]),
      proposal.edges.add,
      proposal.edges.remove,
      proposal.edges.gained,
      proposal.edges.lost,
      proposal.gone.map(({ item }) => item.id),
      proposal.orphans.filter(({ choice }) => choice !== "keep").map(({ held, choice }) => [held.issue, choice]),
      proposal.refusals,
      proposal.cycle,
    ]),
  );
}

function sorted(record: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] {
  return Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Two 32-bit FNV-1a sums from different starts: enough to notice a change, not meant to withstand an attacker. */
export function digest(text: string): string {
  return [0x811c9dc5, 0x01234567].map((start) => fnv(text, start).toString(16).padStart(8, "0")).join("");
}

function fnv(text: string, start: number): number {
  let sum = start;
  for (let at = 0; at < text.length; at += 1) {
    sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  }
  return sum >>> 0;
}
