import type { HistoryEntry, HistoryView } from "#contract/drift";
import type { Operation } from "#domain/sync/operation";
import { openHead } from "../plan/find-plan";
import type { Outside } from "../ports";
import type { Journaled, PlanRef, Run } from "./run-ports";
import { isOver } from "./run-view";

interface Asked {
  readonly plan: string;
  readonly before?: number | null | undefined;
}

const pageSize = 200;

/** Who changed what, from which side, and when; newest first. */
export async function syncHistory({ plan, before = null }: Asked, outside: Outside): Promise<HistoryView> {
  const { mapping } = await openHead(plan, outside);
  const ref = { space: mapping.space.id, plan };
  const all = await entriesBefore(ref, before ?? Number.MAX_SAFE_INTEGER, outside);
  const shown = await visible(all.slice(0, pageSize), ref, outside);
  return { entries: shown, next: all.length > pageSize ? (all[pageSize - 1]?.at ?? null) : null };
}

export async function exportHistory({ plan }: Asked, outside: Outside) {
  const { mapping } = await openHead(plan, outside);
  const ref = { space: mapping.space.id, plan };
  const all = await entriesBefore(ref, Number.MAX_SAFE_INTEGER, outside);
  const rows = (await visible(all, ref, outside)).map((one) => [
    new Date(one.at).toISOString(),
    one.by ?? "",
    one.side,
    one.item,
    one.key ?? "",
    one.title,
    one.field,
    one.was ?? "",
    one.now ?? "",
    one.run ?? "",
  ]);
  const text = [heads, ...rows].map((row) => row.map(cell).join(",")).join("\r\n");
  return { fileName: `${plan}-history.csv`, text: `${text}\r\n` };
}

const heads = ["at", "by", "side", "item", "key", "title", "field", "was", "now", "run"];

/** A spreadsheet takes what begins like a formula for one. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

interface Entry extends HistoryEntry {
  readonly issue: string | null;
}

async function entriesBefore(ref: PlanRef, before: number, { runs }: Outside): Promise<readonly Entry[]> {
  const kept = await runs.changesBefore(ref, before, 5_000);
  const edits = kept.map((one): Entry => ({
    at: one.at,
    by: one.by,
    side: "jira",
    item: one.item,
    title: one.title,
    key: one.key,
    field: one.field,
    was: one.was,
    now: one.now,
    run: null,
    issue: one.issue,
  }));
  const over = (await runs.list(ref)).filter((run) => isOver(run) && run.startedAt < before);
  const journals = await Promise.all(over.map(async (run) => (await runs.journal(run.id)).flatMap(lines(run))));
  return [...edits, ...journals.flat()].toSorted((a, b) => b.at - a.at);
}

/** What a call of a run has done; undone calls are still told, as what they were. */
function lines(run: Run): (entry: Journaled) => readonly Entry[] {
  const side = run.direction === "undo" ? "undo" : "plan";
  const head = { at: run.startedAt, by: run.by || null, side, run: run.id } as const;
  return ({ operation, made, state }) => {
    if (operation.kind === "create") {
      return made.map(({ item, title, key, id }) => {
        return { ...head, item, title, key, field: "item", was: null, now: "created", issue: id };
      });
    }
    if (state !== "done" && state !== "undone" && state !== "kept") return [];
    return changesOf(operation).map((one) => ({ ...head, key: null, ...one }));
  };
}

type Change = Pick<Entry, "item" | "title" | "field" | "was" | "now" | "issue">;

function changesOf(operation: Exclude<Operation, { readonly kind: "create" }>): readonly Change[] {
  if (operation.kind === "link" || operation.kind === "unlink") {
    const { kind, from, to } = operation.edge;
    const [was, now] = operation.kind === "link" ? [null, from] : [from, null];
    return [{ item: to, title: to, field: kind, was, now, issue: null }];
  }
  const { item, title, issue } = operation;
  if (operation.kind === "release") return [{ item, title, issue, field: "item", was: "in the plan", now: "left it" }];
  if (operation.kind === "close") return [{ item, title, issue, field: "status", was: null, now: "done" }];
  const [now, was] = [
    { ...operation.details, ...operation.fields },
    { ...operation.detailsWere, ...operation.was },
  ];
  return Object.keys(now)
    .filter((field) => (now[field] ?? null) !== (was[field] ?? null))
    .map((field) => ({ item, title, issue, field, was: was[field] ?? null, now: now[field] ?? null }));
}

/** Of work items this person may not see, nothing is told; of links to them, only that they were made. */
async function visible(
  entries: readonly Entry[],
  ref: PlanRef,
  { jira, runs }: Outside,
): Promise<readonly HistoryEntry[]> {
  const issueOf = new Map((await runs.readBase(ref)).items.map(({ id, issue }) => [id, issue]));
  const ends = entries.filter(isLink).flatMap(({ item, was, now }) => [item, was ?? now ?? ""]);
  const issues = [...entries.map(({ issue }) => issue), ...ends.map((end) => issueOf.get(end))];
  const known = [...new Set(issues)].filter((issue) => typeof issue === "string");
  const items = known.length === 0 ? [] : await jira.fetchItems(known, null);
  const seen = new Map(items.map((item) => [item.id, item]));
  const itemOf = (id: string | null) => seen.get(issueOf.get(id ?? "") ?? "");
  const titleOf = (id: string | null) => itemOf(id)?.summary ?? id;
  return entries
    .filter(({ issue }) => issue === null || seen.has(issue))
    .map(({ issue, ...entry }) => {
      if (issue !== null) return { ...entry, key: seen.get(issue)?.key ?? entry.key };
      const { item, was, now } = entry;
      const named = { title: titleOf(item) ?? item, key: itemOf(item)?.key ?? null };
      return { ...entry, ...named, was: titleOf(was), now: titleOf(now) };
    });
}

/** A link stands between two items of the plan and belongs to neither. */
function isLink({ issue }: Entry): boolean {
  return issue === null;
}
