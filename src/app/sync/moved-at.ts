import type { SpaceMapping } from "#domain/setup/mapping";
import type { Proposal } from "#domain/sync/propose";
import type { Outside } from "../ports";
import { fieldsByJiraName } from "./jira-names";
import type { Wanted } from "./propose";
import { inOrder } from "./sweep";

/** When Jira last moved the fields in dispute, by `issue/field`: asked only where the newest side is to win. */
export async function movedAt(
  { compared }: Proposal,
  { wanted, mapping }: { wanted: Wanted; mapping: SpaceMapping },
  { jira }: Outside,
): Promise<ReadonlyMap<string, number>> {
  const disputed = compared.filter(({ steps }) => steps.some(({ step }) => step.kind === "conflict"));
  if (wanted.rule !== "newest" || disputed.length === 0) return new Map();
  const names = fieldsByJiraName(mapping);
  const changes = await jira.changes(disputed.map(({ held }) => held.issue));
  return new Map(inOrder(changes).map(({ issue, field, at }) => [`${issue}/${names.get(field) ?? field}`, at]));
}
