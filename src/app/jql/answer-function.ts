import { openHead } from "../plan/find-plan";
import { planTable } from "../plan/plan-table";
import type { Outside } from "../ports";
import { Refusal } from "../refusal";
import { riskBoard } from "../risk/risk-board";
import { optionOfTag } from "../sync/native";

export interface FunctionCall {
  readonly name: string;
  readonly words: readonly string[];
}

const usualStaleDays = 14;

/** The JQL that one of our functions stands for. Names that Jira already indexes stay live; computed sets are keys. */
export async function answerFunction({ name, words }: FunctionCall, outside: Outside): Promise<string> {
  const [plan = "", second] = words;
  if (!/^[\w.-]{1,64}$/.test(plan)) {
    throw new Refusal("bad_request", {
      message: `"${plan}" is not the id of a plan.`,
      mend: `Write ${name}("crm-2026").`,
    });
  }
  switch (name) {
    case "risksOf":
      return ofKind(await known(plan, outside), "risk");
    case "rollbacksOf":
      return ofKind(await known(plan, outside), "rollback");
    case "staleRisks":
      return `${ofKind(await known(plan, outside), "risk")} AND statusCategory != Done AND updated <= -${daysIn(second)}d`;
    case "openPreDelivery":
      return openPreDelivery(plan, outside);
    case "criticalPath":
      return keys(await rowsWhere(plan, outside, ({ critical }) => critical));
    case "blockedSteps":
      return keys(await blocked(plan, outside));
    default:
      throw new Refusal("unsupported", { message: `Uptake has no JQL function ${name}.`, mend: "Update the app." });
  }
}

function ofKind(plan: string, kind: string): string {
  return `uptakePlan = "${plan}" AND uptakeKind = "${kind}"`;
}

function daysIn(word: string | undefined): number {
  const days = Number(word ?? usualStaleDays);
  if (Number.isInteger(days) && days > 0 && days <= 365) return days;
  throw new Refusal("bad_request", {
    message: `"${word}" is not a number of days.`,
    mend: 'Write staleRisks("crm-2026", 14).',
  });
}

type TableRow = Awaited<ReturnType<typeof planTable>>["rows"][number];

async function rowsWhere(plan: string, outside: Outside, test: (row: TableRow) => boolean): Promise<string[]> {
  const { rows } = await planTable({ plan }, outside);
  return rows.filter(test).flatMap(({ key }) => key ?? []);
}

async function blocked(plan: string, outside: Outside): Promise<string[]> {
  const { rows } = await planTable({ plan }, outside);
  const open = new Set(rows.filter(({ done }) => !done).map(({ item }) => item));
  return rows
    .filter(({ done, after }) => !done && after.some((item) => open.has(item)))
    .flatMap(({ key }) => key ?? []);
}

/** Live where the tag is a field of Jira's own; an empty tag counts as before delivery, as on the board. */
async function openPreDelivery(plan: string, outside: Outside): Promise<string> {
  const { phase } = (await openHead(plan, outside)).mapping.fields;
  const field = /^customfield_(\d+)$/.exec(phase ?? "")?.[1];
  if (field === undefined) return keys(await openByProperty(plan, outside));
  const tag = `(cf[${field}] = "${optionOfTag("pre-delivery")}" OR cf[${field}] is EMPTY)`;
  return `${ofKind(plan, "risk")} AND statusCategory != Done AND ${tag}`;
}

async function openByProperty(plan: string, outside: Outside): Promise<string[]> {
  const board = await riskBoard({ plan }, outside);
  const over = new Set(board.statuses.filter(({ category }) => category === "done").map(({ name }) => name));
  const lane = board.lanes.find(({ tag }) => tag === "pre-delivery");
  return (lane?.cards ?? []).filter(({ status }) => !over.has(status)).map(({ key }) => key);
}

/** A name that is no plan's finds nothing for ever, and nobody would know why. */
async function known(plan: string, outside: Outside): Promise<string> {
  return (await openHead(plan, outside)).id;
}

/** True of no work item, and allowed of every field list. */
const nothing = 'created < "1970-01-02"';

/** Jira takes at most a thousand values on the right-hand side; an empty list would be a syntax error. */
function keys(found: readonly string[]): string {
  return found.length === 0 ? nothing : `key in (${found.slice(0, 1000).join(", ")})`;
}
