import type { Spent } from "#app/ports";
import type { ProposalRow, ProposalView, RunView } from "#contract/sync";
import type { Answer } from "./command";
import { review } from "./review";

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
    adopts: rows("adopt"),
    updates: [...rows("adopt"), ...rows("update")],
    pulls: rows("pull"),
    links: view.links.filter(({ action }) => action === "link"),
    unlinks: view.links.filter(({ action }) => action === "unlink"),
    conflicts: rows("conflict"),
    orphans: rows("orphan"),
    refusals: [...refusals, ...findings],
    limit: view.limit,
    offers: view.offers,
    blocked: view.blocked,
    estimate: view.estimate,
    run: run === null ? null : { id: run.id, state: run.state, created: run.created, failures },
    requests: { reads: spent.reads, writes: spent.writes },
  };
  const isRefused = findings.length + failures.length > 0 || run?.state === "failed";
  return { json, text: words(view, run), notes: noteLines(view, run), exit: isRefused ? 1 : 0 };
}

/** As `git diff --exit-code` has it: 1 where plan and Jira do not say the same. */
export function differs({ counts }: ProposalView): boolean {
  return Object.entries(counts).some(([name, count]) => name !== "rest" && count > 0);
}

function words(view: ProposalView, run: RunView | null): string {
  return run === null ? review(view) : `${review(view)}\nRun ${run.id}: ${run.state}. ${run.doing}`;
}

function noteLines({ findings, blocked, counts }: ProposalView, run: RunView | null): readonly string[] {
  const failures = run?.failures ?? [];
  const said = new Map<string, number>();
  for (const { message, mend } of [...findings, ...blocked, ...unsettled(counts.conflict), ...failures]) {
    const line = `${message} ${mend}`;
    said.set(line, (said.get(line) ?? 0) + 1);
  }
  return [...said].map(([line, times]) => (times === 1 ? line : `${line} (${times} times)`));
}

function unsettled(conflicts: number) {
  const mend = "Settle them with --keep file, --keep jira or --keep newest, or in the space's Implementation page.";
  return conflicts === 0 ? [] : [{ message: `${conflicts} conflicts are left as they are.`, mend }];
}
