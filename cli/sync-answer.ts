import type { Spent } from "#app/ports";
import type { ProposalRow, ProposalView, RunView } from "#contract/sync";
import type { Answer } from "./command";

/** A proposal, and the run that carried it out, as the command line says them. */
export function syncAnswer(view: ProposalView, { run, spent }: { run: RunView | null; spent: Spent }): Answer {
  const rows = (action: ProposalRow["action"]) =>
    view.rows
      .filter((row) => row.action === action)
      .map(({ item, kind, key, title, fields }) => ({ item, kind, key, title, fields }));
  const failures = run?.failures ?? [];
  const refusals = view.rows.flatMap(({ item, title, refusal }) =>
    refusal === null ? [] : [{ item, title, ...refusal }],
  );
  const findings = view.findings.map(({ item, message, mend }) => ({ item, title: item, message, mend }));
  const json = {
    creates: rows("create"),
    updates: rows("update"),
    pulls: rows("pull"),
    links: view.links.filter(({ action }) => action === "link"),
    unlinks: view.links.filter(({ action }) => action === "unlink"),
    conflicts: rows("conflict"),
    orphans: rows("orphan"),
    refusals: [...refusals, ...findings],
    limit: view.limit,
    run: run === null ? null : { id: run.id, state: run.state, created: run.created, failures },
    requests: { reads: spent.reads, writes: spent.writes },
  };
  const isRefused = findings.length + failures.length > 0 || run?.state === "failed";
  return { json, text: words(view, run), notes: noteLines(view, run), exit: isRefused ? 1 : 0 };
}

function words({ rows, links, counts }: ProposalView, run: RunView | null): string {
  const signs = { create: "+", adopt: "=", update: "~", pull: "<", conflict: "!", orphan: "?", refusal: "x" } as const;
  const lines = rows.flatMap((row) => [
    `${signs[row.action]} ${row.kind} ${row.item}${row.key === null ? "" : ` (${row.key})`}: ${row.refusal?.message ?? row.title}`,
    ...row.fields.map(
      ({ field, plan, jira, step }) => `    ${field}: ${step}, plan ${plan ?? "–"}, Jira ${jira ?? "–"}`,
    ),
  ]);
  const edges = links.map(
    ({ action, from, to, label }) => `${action === "link" ? "+" : "-"} link ${from} → ${to} (${label})`,
  );
  const sum = `${counts.create} to create, ${counts.update} to update, ${counts.link} links, ${counts.unlink} unlinks, ${counts.conflict} conflicts`;
  return [...lines, ...edges, sum, run === null ? "" : `Run ${run.id}: ${run.state}. ${run.doing}`]
    .filter(Boolean)
    .join("\n");
}

function noteLines({ findings }: ProposalView, run: RunView | null): readonly string[] {
  const failures = run?.failures ?? [];
  const counts = new Map<string, number>();
  for (const { message, mend } of [...findings, ...failures]) {
    const line = `${message} ${mend}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts].map(([line, times]) => (times === 1 ? line : `${line} (${times} times)`));
}
