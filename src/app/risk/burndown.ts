import type { BurndownView } from "#contract/risks";
import { addDays } from "#domain/calendar/day";
import { dayAt } from "#domain/calendar/zone";
import { burndown } from "#domain/risk/burndown";
import type { LoggingOutside } from "../log";
import { openRisks } from "./open-risks";

/** Longer than this, a day is narrower than a line. */
const mostDays = 180;

/** Open risks and their exposure day by day, from the first risk to today, replayed from Jira's changelogs (M50). */
export async function riskBurndown(
  { plan: id }: { readonly plan: string },
  outside: LoggingOutside,
): Promise<BurndownView> {
  const { pasts, plan } = await openRisks(id, outside);
  const today = dayAt(outside.clock.now(), plan.zone);
  const records = pasts.map(({ record }) => record);
  if (records.length === 0) return { zone: plan.zone, days: [], gaps: [], delivery: plan.anchors["delivery"] ?? null };
  const first = dayAt(Math.min(...records.map(({ createdAt }) => createdAt)), plan.zone);
  const earliest = addDays(today, -mostDays);
  const { days, gaps } = burndown(records, { zone: plan.zone, from: first > earliest ? first : earliest, to: today });
  const keys = new Map(pasts.map(({ id: risk, item }) => [risk, item.key]));
  return {
    zone: plan.zone,
    days: days.map(({ day, lanes, scope }) => ({
      day,
      pre: lanes["pre-delivery"],
      post: lanes["post-delivery"],
      ...scope,
    })),
    gaps: gaps.map((risk) => keys.get(risk) ?? risk),
    delivery: plan.anchors["delivery"] ?? null,
  };
}
