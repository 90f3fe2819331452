import type {
  closeExceptionRequest,
  ExceptionsView,
  noteExceptionRequest,
  takeExceptionRequest,
} from "#contract/exceptions";
import { rateJump } from "#domain/adoption/symptoms";
import { dayAt } from "#domain/calendar/zone";
import { logWindows, openExceptions } from "#domain/risk/exceptions";
import type { ExceptionEvent } from "#domain/risk/exceptions";
import type { z } from "zod";
import type { LoggingOutside } from "../log";
import { planPart } from "../plan/plan-part";
import type { PlanPart } from "../plan/plan-part";
import { mayDo } from "../sync/may-write";
import { readExceptions } from "./read-log";

/** The last four weeks are held against everything before them. */
const recentDays = 28;

/** The log of what people do beside the system, with whether more of it comes in than before (M97, M22). */
export async function exceptions(
  { plan }: { readonly plan: string },
  outside: LoggingOutside,
): Promise<ExceptionsView> {
  return viewOf(await planPart(plan, "plan", outside), outside);
}

/** Whoever may see the plan may say what they see: a log that needs a permission stays empty. */
export async function noteException(
  { plan, id, ...noted }: z.output<typeof noteExceptionRequest>,
  outside: LoggingOutside,
): Promise<ExceptionsView> {
  const part = await planPart(plan, "plan", outside);
  await append(part, id, { kind: "noted", ...noted }, outside);
  return viewOf(part, outside);
}

export async function takeException(
  { plan, of, owner, closeBy }: z.output<typeof takeExceptionRequest>,
  outside: LoggingOutside,
): Promise<ExceptionsView> {
  const part = await partToEdit(plan, outside);
  await append(part, outside.newId(), { kind: "taken", of, owner, closeBy }, outside);
  return viewOf(part, outside);
}

export async function closeException(
  { plan, of }: z.output<typeof closeExceptionRequest>,
  outside: LoggingOutside,
): Promise<ExceptionsView> {
  const part = await partToEdit(plan, outside);
  await append(part, outside.newId(), { kind: "closed", of }, outside);
  return viewOf(part, outside);
}

async function partToEdit(plan: string, outside: LoggingOutside): Promise<PlanPart> {
  const part = await planPart(plan, "plan", outside);
  await mayDo(outside.jira, { accountId: outside.who.accountId, spaceId: part.ref.space }, ["EDIT_ISSUES"]);
  return part;
}

async function append({ ref }: PlanPart, id: string, fact: object, outside: LoggingOutside): Promise<void> {
  const body = { ...fact, by: outside.who.accountId };
  await outside.log.append(ref, "exception", [{ id, at: outside.clock.now(), body }]);
}

async function viewOf({ ref, plan }: PlanPart, outside: LoggingOutside): Promise<ExceptionsView> {
  const log = await readExceptions(outside.log, ref);
  const now = outside.clock.now();
  const { zone } = plan;
  const open = openExceptions(log, { at: now, zone });
  const accounts = [...new Set(open.map(({ by }) => by))];
  const names = new Map(await Promise.all(accounts.map(async (by) => [by, await outside.jira.nameOf(by)] as const)));
  const check = { accountId: outside.who.accountId, spaceId: ref.space, permissions: ["EDIT_ISSUES"] };
  return {
    zone,
    departments: plan.departments.map(({ name }) => name),
    canEdit: (await outside.jira.missingPermissions(check)).length === 0,
    open: open.map((one) => ({ ...one, by: names.get(one.by) ?? "somebody" })),
    closed: log.filter(({ kind }) => kind === "closed").length,
    jump: jumpIn(log, now, zone),
  };
}

function jumpIn(log: readonly ExceptionEvent[], now: number, zone: string): ExceptionsView["jump"] {
  const first = Math.min(now, ...log.map(({ at }) => at));
  const { recent, before } = logWindows(log, { from: dayAt(first, zone), days: recentDays, now, zone });
  const { verdict, ratio, lower, upper } = rateJump(recent, before);
  return { verdict, ratio, lower, upper, recent, before };
}
