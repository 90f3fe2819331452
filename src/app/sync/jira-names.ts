import type { SpaceMapping } from "#domain/setup/mapping";

/** The plan's names of fields by Jira's. What lives in the items' properties leaves no history. */
export function fieldsByJiraName({ fields }: SpaceMapping): ReadonlyMap<string, string> {
  const { phase, likelihood, impact, exposure, start, due } = fields;
  const custom = Object.entries({ tag: phase, likelihood, impact, exposure, day: start, due });
  return new Map([
    ["summary", "summary"],
    ["description", "description"],
    ["assignee", "assignee"],
    ["parent", "under"],
    // A change of parent bears a name of its own and no field id.
    ["IssueParentAssociation", "under"],
    ["status", "status"],
    ["issuetype", "kind"],
    ...custom.flatMap(([field, id]) => (id === null ? [] : [[id, field] as const])),
  ]);
}
