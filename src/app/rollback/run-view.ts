import type { NoticeView, RollbackRun, RollbackRunStep } from "#contract/rollbacks";
import { compareRun } from "#domain/rollback/compare-run";
import { keptNotices } from "#domain/rollback/announce";
import type { Run } from "#domain/rollback/run";
import { sayPeople } from "./announce";
import type { ReadLog } from "./read-log";
import type { Readers } from "./readings";

/** A run beside its plan, with who was told and what was learnt. */
export function runView(run: Run, log: ReadLog, { nameOf, now }: Readers): RollbackRun {
  const { steps, plannedEnd, end, lateMinutes } = compareRun(run, now);
  const compared = new Map(steps.map((step) => [step.step, step]));
  const titles = new Map(run.steps.map(({ id, title }) => [id, title]));
  const titleOf = (id: string): string => titles.get(id) ?? id;
  return {
    id: run.run,
    purpose: run.purpose,
    startedAt: run.startedAt,
    startedBy: nameOf(run.startedBy),
    status: statusView(run, nameOf),
    steps: run.steps.map(({ id, title, owner, minutes, after, before, done }): RollbackRunStep => ({
      id,
      title,
      owner,
      minutes,
      after: after.map(titleOf),
      before: before.map(titleOf),
      done: done === null ? null : { at: done.at, by: nameOf(done.by) },
      plannedFinish: compared.get(id)?.plannedFinish ?? null,
      lateMinutes: compared.get(id)?.lateMinutes ?? null,
    })),
    plannedEnd,
    end,
    lateMinutes,
    notices: noticesOf(run, log),
    lessons: log.lessons
      .filter((lesson) => lesson.run === run.run)
      .toSorted((a, b) => a.at - b.at)
      .map(({ text, by, at }) => ({ text, at, by: nameOf(by) })),
  };
}

function statusView({ status }: Run, nameOf: (accountId: string) => string): RollbackRun["status"] {
  return {
    kind: status.kind,
    at: "at" in status ? status.at : null,
    by: "by" in status ? nameOf(status.by) : null,
    reason: "reason" in status ? status.reason : null,
  };
}

function noticesOf(run: Run, { notices, tasks }: ReadLog): readonly NoticeView[] {
  const own = new Set(notices.filter((notice) => notice.run === run.run).map(({ key }) => key));
  return keptNotices(notices)
    .filter(({ key }) => own.has(key))
    .map(({ key, audience, owner, messages, members }) => ({
      audience,
      people: sayPeople(members.length),
      owner,
      messages,
      key: tasks.get(key)?.key ?? null,
    }));
}
