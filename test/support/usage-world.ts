import type { SnapshotInput } from "#app/adoption/basis";
import { gather } from "#app/adoption/gather";
import { noHistory } from "#app/adoption/thresholds-kept";
import { memoryFacts } from "#app/adoption/memory-facts";
import { pack } from "#app/events/pack";
import { usageEvent } from "#contract/usage-event";
import { blankPlan } from "#domain/plan/blank";
import type { Plan } from "#domain/plan/plan";
import { createHash } from "node:crypto";
import { goLive, tellUsage } from "../../workbench/sites/usage-story";

const day = 86_400_000;

/** One person of a drawn rollout: days after go-live, null where it never came. */
export interface Drawn {
  readonly wave: string;
  readonly department: string;
  readonly first: number | null;
  readonly left: number | null;
  readonly tickets: number;
}

export interface UsageWorld {
  readonly plan: Plan;
  /** What a snapshot of a wave, or of all, is made from. */
  readonly input: (wave: string | null) => Promise<SnapshotInput>;
}

export const start = Date.parse("2026-03-16T00:00:00Z");

export function drawnPlan(waves: readonly string[]): Plan {
  return {
    ...blankPlan("crm", "CRM"),
    zone: "UTC",
    anchors: { golive: "2026-03-16" },
    waves: waves.map((id) => ({ id, title: `Wave ${id}`, golive: "2026-03-16", departments: [] })),
  };
}

/** The drawn people at work, one transaction every third day from their first on, watched for `days`. */
export async function drawnWorld(people: readonly Drawn[], days: number): Promise<UsageWorld> {
  const plan = drawnPlan([...new Set(people.map(({ wave }) => wave))].toSorted());
  const now = start + days * day;
  const events = people.flatMap(({ first, left, tickets }, person) => {
    const end = Math.min(days, left ?? days);
    const at = (after: number) => new Date(start + after * day + 9 * 3_600_000 + person * 60_000).toISOString();
    const kind = (name: string, after: number) => ({
      person: `p${person}`,
      kind: name,
      at: at(after),
      process: "order",
    });
    const worked = first === null ? [] : everyThird(first, end).map((after) => kind("transaction", after));
    const asked = Array.from({ length: tickets }, (_, number) => kind("ticket", 1.5 + 4 * number));
    return [...worked, ...asked, ...(left === null ? [] : [kind("left", left)])];
  });
  return worldOf(plan, { events, now, people });
}

/** The demo rollout, as it stands at an instant. */
export async function storyWorld(plan: Plan, now: number): Promise<UsageWorld> {
  const story = tellUsage(plan.id);
  const waves = (["sales", "service"] as const).map((id) => ({
    id,
    title: id,
    golive: new Date(goLive[id]).toISOString().slice(0, 10),
    departments: [],
  }));
  const told = { events: story.events.filter(({ at }) => Date.parse(at) <= now), now };
  return worldOf({ ...plan, waves }, { ...told, people: story.people });
}

const nothingNoted = { observations: [], history: noHistory, sourceNames: new Map<string, string>() };

interface Told {
  readonly events: readonly object[];
  readonly now: number;
  readonly people: readonly { readonly id?: string; readonly wave: string; readonly department: string }[];
}

async function worldOf(plan: Plan, { events, now, people }: Told): Promise<UsageWorld> {
  const facts = memoryFacts();
  const numbers = new Map(people.map(({ id }, at) => [id ?? `p${at}`, at + 1]));
  const named = events.map((event, at) => usageEvent.parse({ plan: plan.id, ...event, id: `e${at}` }));
  const head = { plan: plan.id, zone: plan.zone, source: "test", batch: "1", receivedAt: now, completeTo: now };
  for (const part of pack(named, head, (person) => numbers.get(person) ?? 0)) await facts.merge(part);
  const rows = people.map(({ wave, department }, at) => {
    return { person: at + 1, wave, department, accessAt: null, leftAt: null, version: "1" };
  });
  await facts.putPeople(plan.id, rows);
  const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
  return {
    plan,
    input: async (wave) => ({ ...nothingNoted, ...(await gather(facts, plan, new Set())), wave, now, hash }),
  };
}

function everyThird(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, Math.ceil((to - from) / 3)) }, (_, at) => from + 3 * at);
}
