import type { Outside } from "#app/ports";
import type { ProposalRow, ProposalView, RunView } from "#contract/sync";
import type { Answer } from "./command";
import { peopleIn } from "./people";
import { review } from "./review";

interface Said {
  readonly view: ProposalView;
  /** The run that carried the proposal out, where one has. */
  readonly run: RunView | null;
}

/** A proposal, and the run that carried it out, as the command line says them. */
export async function syncAnswer({ view, run }: Said, outside: Outside, isJson: boolean): Promise<Answer> {
  // Only a person needs names; a program is spared the calls.
  const people = isJson ? new Map() : await peopleIn(view, outside);
  const { reads, writes } = outside.jira.spent();
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
    requests: { reads, writes },
  };
  return {
    json,
    text: words(review(view, people), run),
    notes: noteLines(view, run),
    exit: isWhole(view, run) ? 0 : 1,
  };
}

/** Nothing of the file is refused, and nothing an apply was asked for is left undone. */
function isWhole({ rows, findings, counts }: ProposalView, run: RunView | null): boolean {
  const stopped = rows.some(({ refusal }) => refusal?.stops === "item");
  if (stopped || findings.length > 0) return false;
  return run === null || (run.failures.length === 0 && run.state !== "failed" && counts.conflict === 0);
}

/** As `git diff --exit-code` has it: 1 where plan and Jira do not say the same. */
export function differs({ counts }: ProposalView): boolean {
  return Object.entries(counts).some(([name, count]) => name !== "rest" && count > 0);
}

function words(reviewed: string, run: RunView | null): string {
  return run === null ? reviewed : `${reviewed}\nRun ${run.id}: ${run.state}. ${run.doing}`;
}

function noteLines(view: ProposalView, run: RunView | null): readonly string[] {
  const { findings, blocked } = view;
  const failures = run?.failures ?? [];
  const said = new Map<string, number>();
  for (const { message, mend } of [...findings, ...blocked, ...unsettled(view), ...failures]) {
    const line = `${message} ${mend}`;
    said.set(line, (said.get(line) ?? 0) + 1);
  }
  return [...said].map(([line, times]) => (times === 1 ? line : `${line} (${times} times)`));
}

function unsettled({ rows }: ProposalView) {
  const conflicts = rows.filter(({ action }) => action === "conflict");
  const gone = conflicts.filter(({ fields }) => fields.some(({ field }) => field === "item")).length;
  const moved = conflicts.length - gone;
  const there = { one: "1 conflict is left as it is.", more: `${moved} conflicts are left as they are.` };
  const away = {
    one: "1 work item of the file is no longer there.",
    more: `${gone} work items of the file are no longer there.`,
  };
  const keep = "Settle them with --keep file, --keep jira or --keep newest, or in the space's Implementation page.";
  const again = "Take them out of the file, or bring them back with --keep file.";
  return [
    ...(moved === 0 ? [] : [{ message: moved === 1 ? there.one : there.more, mend: keep }]),
    ...(gone === 0 ? [] : [{ message: gone === 1 ? away.one : away.more, mend: again }]),
  ];
}
