import { namesIn, plainHeading } from "../table/columns";

export type RiskField =
  | "id"
  | "title"
  | "description"
  | "tag"
  | "likelihood"
  | "impact"
  | "score"
  | "owner"
  | "side"
  | "threatens"
  | "response"
  | "status"
  | "key";

/** The heading we write, then between bars what registers call the column, the better witness first. */
export const riskColumns: readonly { readonly field: RiskField; readonly heading: string; readonly also: string }[] = [
  { field: "id", heading: "ID", also: "risk id | risk no | risk no. | ref | reference | no | no. | nr | #" },
  {
    field: "title",
    heading: "Risk",
    also: "risk title | risk name | title | name | summary | risk event | risk description | threat | risiko",
  },
  {
    field: "description",
    heading: "Description",
    also: "risk description | details | cause | consequence | effect | notes | comments | beschreibung",
  },
  { field: "tag", heading: "Tag", also: "delivery phase | pre/post delivery | phase | stage | timing" },
  {
    field: "likelihood",
    heading: "Likelihood",
    also: "probability | inherent likelihood | likelihood rating | likelihood score | probability rating | chance | prob | prob. | l | p | eintrittswahrscheinlichkeit | wahrscheinlichkeit",
  },
  {
    field: "impact",
    heading: "Impact",
    also: "severity | inherent impact | impact rating | impact score | consequence rating | consequences | magnitude | i | s | auswirkung | schadenshöhe",
  },
  {
    field: "score",
    heading: "Score",
    also: "risk score | risk rating | rating | exposure | risk level | rpn | inherent score | l x i | p x i",
  },
  {
    field: "owner",
    heading: "Owner",
    also: "risk owner | owner email | assigned to | assignee | responsible | accountable | verantwortlich",
  },
  { field: "side", heading: "Side", also: "party" },
  { field: "threatens", heading: "Threatens", also: "affected steps | affected tasks | steps | tasks | affects" },
  {
    field: "response",
    heading: "Response",
    also: "mitigation | mitigation plan | risk response | response plan | mitigating action | mitigation strategy | treatment | action | actions | contingency | maßnahme",
  },
  { field: "status", heading: "Status", also: "risk status | state | open/closed" },
  { field: "key", heading: "Key", also: "issue key | jira key | work item | work item key" },
];

export type RiskFields = readonly (RiskField | null)[];

/** Every column holds what its heading says best; no field stands in two columns. */
export function riskFieldsOf(headings: readonly string[]): RiskFields {
  const claims = headings.flatMap((heading, at) => claimsOf(heading).map((claim) => ({ ...claim, at })));
  const held = new Set<RiskField>();
  const taken = new Map<number, RiskField>();
  for (const { field, at } of claims.toSorted((a, b) => a.rank - b.rank || a.at - b.at)) {
    if (taken.has(at) || held.has(field)) continue;
    taken.set(at, field);
    held.add(field);
  }
  return headings.map((_, at) => taken.get(at) ?? null);
}

function claimsOf(heading: string) {
  const said = new Set([
    plainHeading(heading),
    plainHeading(heading.replaceAll(/\([^()]{0,40}\)|\[[^[\]]{0,40}\]/g, " ")),
  ]);
  return riskColumns.flatMap(({ field, heading: own, also }) => {
    const rank = [own.toLowerCase(), ...namesIn(also)].findIndex((name) => said.has(name));
    return rank === -1 ? [] : [{ field, rank }];
  });
}

/** Above this a register does not begin. */
const deepestHeading = 100;

/** The row that heads a register: a title, and one of likelihood, impact and response beside it. */
export function findRiskHeading(rows: readonly (readonly string[])[]): number | null {
  const known = rows.slice(0, deepestHeading).map((row) => {
    const fields = new Set(riskFieldsOf(row));
    const isRegister =
      fields.has("title") && (fields.has("likelihood") || fields.has("impact") || fields.has("response"));
    return isRegister ? fields.size : 0;
  });
  const most = Math.max(0, ...known);
  return most === 0 ? null : known.indexOf(most);
}
