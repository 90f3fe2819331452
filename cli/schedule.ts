import type { Plan } from "#domain/plan/plan";
import { resourceGaps } from "#domain/plan/resource-gaps";
import { planNetwork } from "#domain/schedule/plan-network";
import type { ReportedConflict, ScheduleReport } from "#domain/schedule/report";
import { scheduleReport } from "#domain/schedule/report";
import type { Network } from "#domain/schedule/network";
import { formatOf } from "#formats/format";
import { decode } from "#formats/read-file";
import type { Answer, Asked } from "./command";
import { only, textOf } from "./command";
import { bytesOf, planFrom, sayNote } from "./plan-source";
import { refuse } from "./refuse";

/** `schedule FILE`: dates, slack and the critical path; a circle has no dates and is refused with its members. */
export async function scheduleFile({ words, values }: Asked): Promise<Answer> {
  const path = only(words);
  const from = textOf(values, "from");
  const isProject = from === "mspdi" || (from === null && formatOf(path) === "mspdi");
  const { network, notes, plan } = isProject ? await fromProject(path) : await fromPlan(path, values);
  const report = scheduleReport(network);
  const gaps = plan === null ? [] : gapsOf(plan, report);
  const faults = report.faults.map((fault) => `The plan cannot be scheduled: ${JSON.stringify(fault)}`);
  const cycle =
    report.cycle === null
      ? []
      : [`These steps wait for each other: ${report.cycle.join(" → ")}.`, "Take one dependency out of the circle."];
  return {
    json: report,
    text: table(report),
    notes: [...notes, ...report.conflicts.map(sayConflict), ...gaps, ...faults, ...cycle],
    exit: faults.length + cycle.length > 0 ? 1 : 0,
  };
}

function sayConflict({ kind, id, wanted, possible }: ReportedConflict): string {
  switch (kind) {
    case "pinned-before-predecessors":
      return `${id} is held at ${minute(wanted)}, but what it waits for allows no earlier than ${minute(possible)}.`;
    case "later-than-planned":
      return `${id} is planned for ${minute(wanted)} and cannot start before ${minute(possible)}.`;
    case "deadline-missed":
      return `${id} finishes ${minute(possible)}, after its deadline of ${minute(wanted)}.`;
  }
}

interface Scheduled {
  readonly network: Network;
  readonly notes: readonly string[];
  readonly plan: Plan | null;
}

/** Steps that fall on days on which what they need is not there. */
function gapsOf(plan: Plan, { items }: ScheduleReport): readonly string[] {
  const days = items.map(({ id, start, finish }) => ({
    step: id,
    first: start.slice(0, 10),
    last: finish.slice(0, 10),
  }));
  return resourceGaps(plan, days).map(
    ({ step, resource, first, last }) => `${step} needs ${resource} from ${first} to ${last}, when it is not there.`,
  );
}

async function fromPlan(path: string, values: Asked["values"]): Promise<Scheduled> {
  const { plan, notes } = await planFrom(path, values);
  return { network: planNetwork(plan, new Date().toISOString().slice(0, 10)), notes: notes.map(sayNote), plan };
}

/** A project file holds what a plan does not, constraints and progress among it, so it is scheduled as it stands. */
async function fromProject(path: string): Promise<Scheduled> {
  const { readProjectNetwork } = await import("#formats/mspdi-network");
  const read = readProjectNetwork(decode(await bytesOf(path)), path);
  if (read.kind === "refused") throw refuse(read.message, read.mend);
  return { network: read.network, notes: read.notes, plan: null };
}

function table({ items, finish }: ScheduleReport): string {
  const lines = items.map((item) => {
    const days = `${minute(item.start)} → ${minute(item.finish)}`;
    return `${days}  ${item.critical ? "critical" : `${item.totalSlackMinutes} min slack`}  ${item.id}  ${item.title}`;
  });
  return [...lines, finish === null ? "" : `Finishes ${finish}`].join("\n");
}

function minute(instant: string): string {
  return instant.slice(0, 16);
}
