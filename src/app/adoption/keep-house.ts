import { storageMeter } from "#contract/storage";
import type { StorageMeter } from "#contract/storage";
import { defaultRule, firstIndependent } from "#domain/adoption/independence";
import { bytesOf, coarserWeeks, isTight, retentionMs, settledMs, weeksToTotal } from "#domain/adoption/storage";
import { weekOfDay } from "#domain/calendar/week";
import { dayAt } from "#domain/calendar/zone";
import type { AdoptionOutside, Storage } from "../adoption-ports";
import { Refusal } from "../refusal";
import type { Settings } from "../ports";
import { gather } from "./gather";
import type { Gathered } from "./gather";
import { weeksWanted } from "./weeks-wanted";

export interface Household extends Pick<AdoptionOutside, "facts" | "sources" | "settings" | "loadPlan" | "now"> {
  readonly storage: Storage;
}

/**
 * Once a day: forgets what is over (F1) and what decides nothing any more (F2), measures what is left, and where it is tight keeps old weeks
 * as totals (F3), the largest plan first.
 */
export async function keepHouse(house: Household): Promise<StorageMeter> {
  const { storage, settings, now } = house;
  for (const plan of await storage.plans()) {
    if (await isOver(plan, house)) await storage.forgetPlan(plan);
    else await forgetSettled(plan, house);
  }
  const meter = { at: now, plans: await measure(storage), coarsened: await coarsen(house) };
  const after = meter.coarsened.length === 0 ? meter : { ...meter, plans: await measure(storage) };
  await settings.write(meterKey, after);
  return after;
}

const meterKey = "storage";

/** What the last walk through the store found; null before the first. */
export async function readMeter(settings: Settings): Promise<StorageMeter | null> {
  return storageMeter
    .nullable()
    .catch(null)
    .parse(await settings.read(meterKey));
}

async function isOver(plan: string, { facts, now }: Household): Promise<boolean> {
  const heard = (await facts.sources(plan)).map(({ lastSeenAt }) => lastSeenAt ?? 0);
  // A list of people that came before the first report is no plan that is over.
  return heard.length > 0 && now - Math.max(...heard) > retentionMs;
}

async function forgetSettled(plan: string, { facts, storage, now }: Household): Promise<void> {
  const people = await facts.people(plan, null);
  const settled = people.filter((person) => {
    const first = firstIndependent(person, Number.NEGATIVE_INFINITY, defaultRule);
    return first !== null && now - first > settledMs;
  });
  await storage.forgetDays(
    plan,
    settled.map(({ person }) => person),
  );
}

type Measured = StorageMeter["plans"];

async function measure(storage: Storage): Promise<Measured> {
  const plans = await storage.plans();
  const rows = await Promise.all(plans.map((plan) => storage.rows(plan)));
  return plans.map((plan, at) => ({ plan, rows: rows[at]!, bytes: bytesOf(rows[at]!) }));
}

async function coarsen(house: Household): Promise<StorageMeter["coarsened"]> {
  const done: { plan: string; weeks: number; kept: number }[] = [];
  for (const kept of coarserWeeks) {
    const measured = await measure(house.storage);
    if (!isTight(measured.reduce((sum, { bytes }) => sum + bytes, 0))) break;
    for (const { plan } of measured.toSorted((a, b) => b.bytes - a.bytes)) {
      const weeks = await totalOldWeeks(plan, kept, house);
      if (weeks > 0) done.push({ plan, weeks, kept });
    }
  }
  return done;
}

async function totalOldWeeks(plan: string, kept: number, house: Household): Promise<number> {
  const gathered = await gatheredOf(plan, house);
  if (gathered === null || gathered.cut === null) return 0;
  const last = weekOfDay(dayAt(gathered.cut, gathered.plan.zone));
  const wanted = new Set(weeksWanted(gathered.plan, gathered.cut));
  const weeks = weeksToTotal(await house.storage.weeks(plan), { kept, last, wanted });
  for (const week of weeks) await house.storage.totalWeek(plan, week);
  return weeks.length;
}

/** Null where the plan's work item is gone: its facts wait for their end as they are. */
async function gatheredOf(plan: string, { loadPlan, facts, sources }: Household): Promise<Gathered | null> {
  try {
    const loaded = await loadPlan(plan);
    const senders = await sources.list(plan);
    return await gather(facts, loaded.plan, new Set(senders.map(({ id }) => id)));
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
