import type { FieldRow, ProposalRow, ProposalView } from "#contract/sync";
import type { People } from "./people";

/**
 * A proposal as one reads a change in a code review: what stands in Jira with a minus, what the plan puts there with a plus, and a
 * heading for each thing that happens. Pulls go the other way: the plan's word is the one that goes.
 */
export function review(view: ProposalView, people: People): string {
  const all = view.rows.flatMap(bySide);
  const sections = order.flatMap(([action, heading]) => {
    const rows = all.filter((row) => row.action === action);
    return rows.length === 0
      ? []
      : [`${heading} (${rows.length})`, ...rows.flatMap((row) => rowLines(row, people)), ""];
  });
  const links = view.links.map(
    ({ action, from, to, label }) => `  ${action === "link" ? "+" : "-"} ${from} → ${to} (${label})`,
  );
  const linked = links.length === 0 ? [] : [`Links (${links.length})`, ...links, ""];
  return [...sections, ...linked, ...offers(view), sum(view)].join("\n");
}

const order: readonly (readonly [ProposalRow["action"], string])[] = [
  ["refusal", "Refused"],
  ["conflict", "Conflicts: both sides have changed"],
  ["create", "New in Jira"],
  ["adopt", "Taken on"],
  ["update", "Changed in Jira"],
  ["pull", "Changed in the plan, as Jira has it"],
  ["orphan", "In Jira, and no longer in the file"],
];

const side = { push: "update", pull: "pull", conflict: "conflict" } as const;

/** One work item may move both ways at once: each field stands where it goes. */
function bySide(row: ProposalRow): readonly ProposalRow[] {
  if (row.action !== "update" && row.action !== "conflict") return [row];
  return (["conflict", "push", "pull"] as const).flatMap((step) => {
    const fields = row.fields.filter((one) => one.step === step);
    return fields.length === 0 ? [] : [{ ...row, action: side[step], fields }];
  });
}

function rowLines(row: ProposalRow, people: People): readonly string[] {
  const name = `  ${row.kind} ${row.item}${row.key === null ? "" : ` ${row.key}`}: ${row.title}`;
  if (row.refusal !== null) return [name, `    x ${row.refusal.message}`, `      ${row.refusal.mend}`];
  const told = row.fields.filter(({ field }) => field !== "ownerIs");
  const fields = told.length === 0 ? row.fields : told;
  return [name, ...fields.flatMap((field) => fieldLines(field, people))];
}

function fieldLines(row: FieldRow, people: People): readonly string[] {
  const { field, step } = row;
  if (field === "item") return [`    ! in the file, and ${row.jira ?? "deleted"} in Jira`];
  const [plan, jira] = [named(row.plan, people), named(row.jira, people)];
  if (step === "conflict")
    return [`    ! ${field}`, ...part("      plan", plan ?? "–"), ...part("      Jira", jira ?? "–")];
  const [goes, comes] = step === "push" ? [jira, plan] : [plan, jira];
  return [
    ...(goes === null ? [] : part(`    - ${field}`, goes)),
    ...(comes === null ? [] : part(`    + ${field}`, comes)),
  ];
}

function named(value: string | null, people: People): string | null {
  const person = value === null ? undefined : people.get(value);
  if (person === undefined) return value;
  return person.address === null ? person.name : `${person.name} (${person.address})`;
}

/** Further lines of a text stand below its first. */
function part(head: string, text: string): readonly string[] {
  const [first = "", ...more] = text.split("\n");
  const indent = " ".repeat(head.length + 2);
  return [`${head}: ${first}`, ...more.map((line) => `${indent}${line}`)];
}

function offers({ offers: all }: ProposalView): readonly string[] {
  const lines = all.flatMap(({ item, candidates }) =>
    candidates.map(
      ({ key, title, status }) => `  ${key} “${title}” (${status}): take it on with --adopt ${item}=${key}`,
    ),
  );
  return lines.length === 0 ? [] : ["There already, under the same title", ...lines, ""];
}

function sum({ counts, estimate }: ProposalView): string {
  const parts = [
    `${counts.create} to create`,
    ...(counts.adopt > 0 ? [`${counts.adopt} to take on`] : []),
    `${counts.update} to update`,
    `${counts.pull} to pull`,
    `${counts.link} links`,
    `${counts.unlink} unlinks`,
    `${counts.conflict} conflicts`,
    `${counts.refusal} refused`,
  ];
  const cost = `About ${estimate.requests} requests, ${estimate.points} points, ${estimate.seconds} s.`;
  return `${parts.join(", ")}.${estimate.requests === 0 ? "" : ` ${cost}`}`;
}
