import { z } from "zod";
import type { BaselineStep, PlanPageView } from "#contract/plan-page";
import { planDates } from "#domain/schedule/plan-dates";
import type { Outside, Settings } from "../ports";
import { Refusal } from "../refusal";
import { mayDo } from "../sync/may-write";
import type { PlanRef } from "../sync/run-ports";
import { livePlan } from "./live-plan";
import type { LivePlan } from "./live-plan";

/** By account id: a name may change, and must go when the account does. Steps as columns, so that a large plan fits one value. */
const snapshot = z.object({
  at: z.number(),
  by: z.string(),
  steps: z.record(z.string(), z.tuple([z.string(), z.string()])),
});

type Snapshot = z.infer<typeof snapshot>;

/** Forge keeps values of up to 240 KiB; that is some four thousand steps. */
const mostLetters = 230_000;

/** The baseline as far as it is of steps this person sees. */
export async function baselineOf(
  ref: PlanRef,
  seen: ReadonlySet<string>,
  { settings, jira }: Outside,
): Promise<Pick<PlanPageView, "baseline" | "hasEarlierBaseline">> {
  const [current, earlier] = await readKept(ref, settings);
  const hasEarlierBaseline = earlier !== null;
  if (current === null) return { baseline: null, hasEarlierBaseline };
  const steps = Object.entries(current.steps).flatMap(([step, [start, finish]]): readonly BaselineStep[] =>
    seen.has(step) ? [{ step, start, finish }] : [],
  );
  return { baseline: { at: current.at, by: await jira.nameOf(current.by), steps }, hasEarlierBaseline };
}

/** The dates of this moment become those that later ones are compared with. The last one is kept, in case this was a mistake. */
export async function setBaseline({ plan: id }: { readonly plan: string }, outside: Outside): Promise<null> {
  const { plan, mapping } = await openForWriting(id, outside);
  const { settings, who, clock } = outside;
  const { report } = planDates(plan, clock.now());
  const steps = Object.fromEntries(
    report.items.map(({ id: step, start, finish }) => [step, [start.slice(0, 16), finish.slice(0, 16)] as const]),
  );
  if (report.items.length === 0) {
    throw new Refusal("plan_unsound", {
      message: "The plan has no dates to hold on to.",
      mend: "Resolve what keeps it from being dated, then set the baseline.",
    });
  }
  if (JSON.stringify(steps).length > mostLetters) {
    throw new Refusal("too_large", {
      message: `A baseline holds about 4,000 steps, and this plan has ${report.items.length.toLocaleString("en")}.`,
      mend: "Export the plan as MS Project XML and keep the file as the baseline.",
    });
  }
  const ref = { space: mapping.space.id, plan: id };
  const [current] = await readKept(ref, settings);
  if (current !== null) await settings.write(earlierKey(ref), current);
  await settings.write(keyOf(ref), { at: clock.now(), by: who.accountId, steps });
  return null;
}

/** Back to the baseline before this one, and forth again; without an earlier one there is none afterwards. */
export async function undoBaseline({ plan: id }: { readonly plan: string }, outside: Outside): Promise<null> {
  const { mapping } = await openForWriting(id, outside);
  const ref = { space: mapping.space.id, plan: id };
  const [current, earlier] = await readKept(ref, outside.settings);
  await keep(outside.settings, keyOf(ref), earlier);
  await keep(outside.settings, earlierKey(ref), current);
  return null;
}

async function openForWriting(id: string, outside: Outside): Promise<LivePlan> {
  const live = await livePlan(id, outside);
  await mayDo(outside.jira, { accountId: outside.who.accountId, spaceId: live.mapping.space.id }, ["EDIT_ISSUES"]);
  return live;
}

async function keep(settings: Settings, key: string, value: Snapshot | null): Promise<void> {
  if (value === null) await settings.remove(key);
  else await settings.write(key, value);
}

async function readKept(ref: PlanRef, settings: Settings): Promise<readonly [Snapshot | null, Snapshot | null]> {
  const read = async (key: string) => snapshot.safeParse(await settings.read(key)).data ?? null;
  return Promise.all([read(keyOf(ref)), read(earlierKey(ref))]);
}

function keyOf({ space, plan }: PlanRef): string {
  return `baseline:${space}:${plan}`;
}

function earlierKey(ref: PlanRef): string {
  return `${keyOf(ref)}:earlier`;
}
