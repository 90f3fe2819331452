import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CallRecord } from "../workbench/wire/wire";
import { openPage } from "../workbench/sites/act";
import type { Page } from "../workbench/sites/act";
import type { Spent } from "../workbench/forge/meter";
import { startWorkbench } from "../workbench/start";
import type { Workbench } from "../workbench/start";
import type { Measured } from "./measured";

const [fiveMinutesMs, dayMs, daysAMonth] = [300_000, 86_400_000, 365 / 12];
/** What a call to Jira and a statement take on the platform, where they are not answered from the same process. */
const waits = { jiraSeconds: 0.08, sqlSeconds: 0.005 };
const gigabytes = 0.5;

/** Forge's free allowance a month over all installations, and Jira's points an hour over all tenants. */
const free = { gbSeconds: 200_000, sqlRequests: 100_000, sqlHours: 1, kvsBytes: 0.1e9, points: 65_000 };

interface Day {
  readonly spent: Spent;
  readonly calls: number;
  readonly points: number;
  readonly busiestHour: number;
}

/** A day of the demo site, its usage flowing in and its people at work, counted call by call and taken times 365. */
export async function run(): Promise<readonly Measured[]> {
  const stateDir = mkdtempSync(join(tmpdir(), "uptake-year-"));
  const workbench = await startWorkbench({ port: 0, site: "demo", quiet: true, stateDir });
  try {
    return report(await day(workbench, stateDir));
  } finally {
    await workbench.stop();
    rmSync(stateDir, { recursive: true, force: true });
  }
}

async function day(workbench: Workbench, stateDir: string): Promise<Day> {
  const { jira, forge, clock } = workbench;
  const records: CallRecord[] = [];
  jira.onCall((record) => record.caller.kind === "app" && records.push(record));
  const work = workOf(openSpace({ ...workbench, stateDir }));
  // What somebody has just read off is watched for a week; a usual day is one after that.
  for (let passed = 0; passed < 8; passed += 1) {
    clock.advance(dayMs);
    await forge.tick();
  }
  records.length = 0;
  const before = forge.spent();
  const perTick = Math.ceil(work.length / (8 * 12));
  const points: number[] = [];
  for (let hour = 0; hour < 24; hour += 1) {
    const from = records.length;
    for (let five = 0; five < 12; five += 1) {
      clock.advance(fiveMinutesMs);
      await forge.tick();
      if (hour >= 8 && hour < 16) for (const act of work.splice(0, perTick)) await act();
    }
    points.push(records.slice(from).reduce((sum, record) => sum + record.points, 0));
  }
  const [after, total] = [forge.spent(), points.reduce((sum, each) => sum + each, 0)];
  return { spent: between(before, after), calls: records.length, points: total, busiestHour: Math.max(...points) };
}

function openSpace(grounds: Workbench & { readonly stateDir: string }): Page {
  const project = grounds.jira.store.collection("project").find(({ key }) => key === "CRM");
  const extension = { type: "jira:projectPage", project: { id: project?.id ?? "", key: "CRM", type: "software" } };
  return openPage(grounds, "uptake-space", { email: "pm@example.com", extension });
}

/** Who does what on a working day of a site with one plan of 63 steps and 800 people. */
function workOf(page: Page): (() => Promise<unknown>)[] {
  const plan = "crm-2026";
  const config = { version: 1 as const, plan, wave: null, cards: ["ttft" as const, "hdr" as const], weeks: null };
  const file = async () => ({ text: (await page.ask("planText", { plan })).text, fileName: "plan.yaml" });
  const habits: readonly (readonly [times: number, act: () => Promise<unknown>])[] = [
    [100, () => page.ask("gadgets", { configs: [config] })],
    [20, () => page.ask("overview", { plan })],
    [10, () => page.ask("planPage", { plan })],
    [10, () => page.ask("riskBoard", { plan })],
    [20, () => page.ask("adoption", { plan, wave: null })],
    [20, () => page.ask("rollbacks", { plan })],
    [4, async () => page.ask("propose", await file())],
  ];
  return habits.flatMap(([times, act]) => Array.from({ length: times }, () => act));
}

function between(before: Spent, after: Spent): Spent {
  const less = (name: keyof Spent) => after[name] - before[name];
  return {
    invocations: less("invocations"),
    seconds: less("seconds"),
    sqlRequests: less("sqlRequests"),
    sqlSeconds: less("sqlSeconds"),
    kvsReadBytes: less("kvsReadBytes"),
    kvsWrittenBytes: less("kvsWrittenBytes"),
  };
}

function report({ spent, calls, points, busiestHour }: Day): readonly Measured[] {
  const waiting = calls * waits.jiraSeconds + spent.sqlRequests * waits.sqlSeconds;
  const gbSeconds = (spent.seconds + waiting) * gigabytes * daysAMonth;
  const sqlHours = ((spent.sqlSeconds + spent.sqlRequests * waits.sqlSeconds) * daysAMonth) / 3600;
  return [
    line(
      "Jira's points in the busiest hour",
      [busiestHour, free.points],
      `${whole(points)} a day in ${whole(calls)} calls`,
    ),
    line(
      "function time a month, GB-seconds",
      [gbSeconds, free.gbSeconds],
      `${whole(spent.invocations)} invocations a day`,
    ),
    line(
      "SQL requests a month",
      [spent.sqlRequests * daysAMonth, free.sqlRequests],
      "one site of one plan and 800 people",
    ),
    line("SQL hours a month", [sqlHours, free.sqlHours], "5 ms a statement added for the way"),
    line("key-value reads a month, MB", [(spent.kvsReadBytes * daysAMonth) / 1e6, free.kvsBytes / 1e6], ""),
    line("key-value writes a month, MB", [(spent.kvsWrittenBytes * daysAMonth) / 1e6, free.kvsBytes / 1e6], ""),
  ];
}

function line(measure: string, [value, most]: readonly [number, number], detail: string): Measured {
  const said = value < 10 ? value.toFixed(2) : whole(value);
  const share = `${((100 * value) / most).toFixed(1)} % of what is free`;
  return {
    measure,
    value: said,
    target: `≤ ${whole(most)}`,
    met: value <= most,
    detail: [share, detail].filter(Boolean).join(", "),
  };
}

const whole = (value: number): string => Math.round(value).toLocaleString("en");
