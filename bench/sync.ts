import { createIssue, linkIssues } from "jira.js/cloud";
import { createClient } from "#adapters/jira/client";
import { setupApply } from "#app/setup/setup-apply";
import { setupPreview } from "#app/setup/setup-preview";
import { advance } from "#app/sync/advance";
import { startRun } from "#app/sync/apply";
import { proposalFor } from "#app/sync/propose";
import { blankPlan, blankStep } from "#domain/plan/blank";
import type { Plan } from "#domain/plan/plan";
import { jiraWorld, transport } from "../test/support/jira-outside";
import type { JiraWorld } from "../test/support/jira-outside";
import type { Measured } from "./measured";
import { virtualSleep } from "./virtual-time";

const [steps, dependencies, latencyMs] = [1_000, 1_500, 80];
const line = { latencyMs, sleep: virtualSleep };
const setup = { space: "CRM", use: { plan: null, step: null, risk: null, rollback: null } };

/** A large plan through the app's own adapters and job into the embedded Jira, each call 80 ms away, limits as published. */
export async function run(): Promise<readonly Measured[]> {
  const world = await worldSetUp();
  const plan = drawPlan();
  const first = await applied(world, plan);
  const second = await applied(world, plan);
  const third = await applied(world, { ...plan, steps: plan.steps.map(renamed) });
  const loop = await looped(plan);
  const most = Math.floor(1.05 * (Math.ceil(steps / 50) + dependencies + 5));
  return [
    {
      measure: "first apply of 1,000 steps and 1,500 dependencies, 80 ms a call",
      value: `${first.requests} requests, ${first.points} points`,
      target: `≤ ${most} requests`,
      met: first.requests <= most,
      detail: `${(first.computedMs / 1000).toFixed(1)} s of computing, the embedded Jira's included`,
    },
    {
      measure: "time of it, against the floor of the burst limits",
      value: `${(first.ms / floorMs()).toFixed(2)} ×`,
      target: "≤ 1.2 ×",
      met: first.ms <= 1.2 * floorMs(),
      detail: `${seconds(first.ms)} on the line; floor ${seconds(floorMs())}`,
    },
    {
      measure: "429 answers earned",
      value: String(first.throttled),
      target: "0",
      met: first.throttled === 0,
      detail: "",
    },
    {
      measure: "time of it, against a sequential jira.js loop doing the same",
      value: `${(loop.ms / first.ms).toFixed(1)} × faster`,
      target: "≥ 10 ×",
      met: loop.ms >= 10 * first.ms,
      detail: `loop ${seconds(loop.ms)}, ${loop.requests} requests`,
    },
    counted("second apply, nothing changed", second, { writes: 0, reads: 12 }),
    counted("one step changed of 1,000", third, { writes: 2, reads: 12 }),
  ];
}

function counted(measure: string, { reads, writes, ms }: Spent, most: { writes: number; reads: number }): Measured {
  return {
    measure,
    value: `${writes} writes, ${reads} reads`,
    target: `≤ ${most.writes} writes, ≤ ${most.reads} reads`,
    met: writes <= most.writes && reads <= most.reads,
    detail: seconds(ms),
  };
}

/** One round trip for the creations, then links as fast as a hundred a second are let through. */
function floorMs(): number {
  return latencyMs + (Math.ceil(dependencies / 100) - 1) * 1_000 + latencyMs;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

interface Spent {
  readonly ms: number;
  readonly computedMs: number;
  readonly requests: number;
  readonly reads: number;
  readonly writes: number;
  readonly points: number;
  readonly throttled: number;
}

async function worldSetUp(): Promise<JiraWorld> {
  const world = await jiraWorld(line);
  const { hash } = await setupPreview(setup, world.outside);
  await setupApply({ ...setup, hash }, world.outside);
  await world.outside.clock.sleep(3_600_000);
  return world;
}

/** As the command line does it: one look, and what it comes to. */
async function applied(world: JiraWorld, plan: Plan): Promise<Spent> {
  const { outside } = world;
  return measured(world, async () => {
    const run = await startRun(await proposalFor(plan, {}, outside), outside);
    await advance(run.id, outside);
    world.queued.length = 0;
  });
}

async function measured({ clock, records, outside }: JiraWorld, work: () => Promise<void>): Promise<Spent> {
  const before = spentOf(outside);
  const [from, began, at] = [records.length, performance.now(), clock.now()];
  await work();
  const after = spentOf(outside);
  const calls = records.slice(from);
  return {
    ms: clock.now() - at,
    computedMs: performance.now() - began,
    requests: calls.length,
    reads: after.reads - before.reads,
    writes: after.writes - before.writes,
    points: after.points - before.points,
    throttled: calls.filter(({ status }) => status === 429).length,
  };
}

function spentOf({ jira, jiraAsApp }: JiraWorld["outside"]) {
  const [one, other] = [jira.spent(), jiraAsApp.spent()];
  return { reads: one.reads + other.reads, writes: one.writes + other.writes, points: one.points + other.points };
}

/** What somebody writes in an afternoon: make each, remember its key, link each. */
async function looped(plan: Plan): Promise<Spent> {
  const world = await worldSetUp();
  const near = transport(world, world.admin);
  const { clock } = world.outside;
  const client = createClient(async (request) => {
    await clock.sleep(latencyMs);
    return near(request);
  });
  const type = (await world.outside.admin.types()).find(({ name }) => name === "Step")?.id ?? "";
  return measured(world, async () => {
    const made = new Map<string, string>();
    for (const { id, title } of plan.steps) {
      const fields = { summary: title, project: { id: world.space.id }, issuetype: { id: type } };
      const issue = await createIssue(client, { fields });
      made.set(id, issue.id);
    }
    for (const { id, after } of plan.steps) {
      for (const { step } of after) {
        const [inward, outward] = [{ id: made.get(step) ?? "" }, { id: made.get(id) ?? "" }];
        await linkIssues(client, { type: { name: "Blocks" }, inwardIssue: inward, outwardIssue: outward });
      }
    }
  });
}

function drawPlan(): Plan {
  let seed = 11;
  const draw = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const links = new Set<string>();
  while (links.size < dependencies) {
    const to = 1 + draw(steps - 1);
    links.add(`${draw(to)} ${to}`);
  }
  const after = Map.groupBy(
    [...links].map((link) => link.split(" ")),
    ([, to]) => to ?? "",
  );
  return {
    ...blankPlan("large", "A large rollout"),
    steps: Array.from({ length: steps }, (_, at) => ({
      ...blankStep(`s${at}`, `Step ${at} of the rollout`),
      duration: "2d",
      after: (after.get(String(at)) ?? []).map(([from]) => ({ step: `s${from}`, type: "FS" as const, lag: "0" })),
    })),
  };
}

function renamed<T extends { readonly title: string }>(step: T, at: number): T {
  return at === 500 ? { ...step, title: `${step.title}, renamed` } : step;
}
