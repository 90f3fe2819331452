import { setupApply } from "#app/setup/setup-apply";
import { setupPreview } from "#app/setup/setup-preview";
import { riskBoard } from "#app/risk/risk-board";
import { riskRegister } from "#app/risk/register";
import { riskReview } from "#app/risk/reviews";
import { advance } from "#app/sync/advance";
import { startRun } from "#app/sync/apply";
import { proposalFor } from "#app/sync/propose";
import { blankPlan, blankRisk } from "#domain/plan/blank";
import { jiraWorld } from "../test/support/jira-outside";
import type { JiraWorld } from "../test/support/jira-outside";
import { memoryLog } from "../test/support/memory-log";
import type { Measured } from "./measured";
import { virtualSleep } from "./virtual-time";

const [plans, risksEach] = [20, 100];
const setup = { space: "CRM", use: { plan: null, step: null, risk: null, rollback: null } };

/** What looking at 2,000 risks in 20 plans costs of Jira's allowance, view by view; the calls are exact. */
export async function run(): Promise<readonly Measured[]> {
  const world = await jiraWorld({ latencyMs: 80, sleep: virtualSleep });
  const { hash } = await setupPreview(setup, world.outside);
  await setupApply({ ...setup, hash }, world.outside);
  for (let plan = 0; plan < plans; plan += 1) await apply(world, plan);
  await world.outside.clock.sleep(3_600_000);
  const asked = { plan: "rollout-7" };
  const logging = { ...world.outside, log: memoryLog() };
  return [
    await looked("board of one plan with 100 risks", world, {
      most: 8,
      points: 150,
      look: () => riskBoard(asked, world.outside),
    }),
    await looked("its review, with what happened to each", world, {
      most: 10,
      points: 150,
      look: () => riskReview(asked, logging),
    }),
    await looked("register of 2,000 risks in 20 plans", world, {
      most: 45,
      points: 4000,
      look: () => riskRegister({}, { ...world.outside, space: null }),
    }),
  ];
}

async function apply({ outside, queued }: JiraWorld, at: number): Promise<void> {
  const plan = {
    ...blankPlan(`rollout-${at}`, `Rollout ${at}`),
    risks: Array.from({ length: risksEach }, (_, risk) => ({
      ...blankRisk(`r${risk}`, `Risk ${risk} of rollout ${at}`),
      likelihood: 1 + (risk % 5),
      impact: 1 + (at % 5),
    })),
  };
  const run = await startRun(await proposalFor(plan, {}, outside), outside);
  await advance(run.id, outside);
  queued.length = 0;
  await outside.clock.sleep(600_000);
}

interface Look {
  readonly most: number;
  readonly points: number;
  readonly look: () => Promise<unknown>;
}

async function looked(
  measure: string,
  { outside, records, clock }: JiraWorld,
  { most, points, look }: Look,
): Promise<Measured> {
  const [before, from, at, began] = [outside.jira.spent(), records.length, clock.now(), performance.now()];
  await look();
  const after = outside.jira.spent();
  const requests = records.length - from;
  return {
    measure,
    value: `${requests} requests, ${after.points - before.points} points`,
    target: `≤ ${most} requests, ≤ ${points} points`,
    met: requests <= most && after.points - before.points <= points,
    detail: `${((clock.now() - at) / 1000).toFixed(1)} s at 80 ms a call, ${(performance.now() - began).toFixed(0)} ms of computing`,
  };
}
