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

const [fiveMinutesMs, dayMs, weeksAMonth] = [300_000, 86_400_000, 365 / 12 / 7];
/** What a call to Jira and a statement take on the platform, where they are not answered from the same process. */
const waits = { jiraSeconds: 0.08, sqlSeconds: 0.005 };
const gigabytes = 0.5;

/** Free each month over all installations, and Jira's points an hour over all tenants. */
const free = {
  points: 65_000,
  gbSeconds: 200_000,
  sqlRequests: 100_000,
  sqlHours: 1,
  readGb: 0.1,
  writtenGb: 0.1,
} as const;

/** Atlassian's price list of 2026 above that. */
const dollarsEach = {
  gbSeconds: 0.000025,
  sqlRequests: 1.929e-6,
  sqlHours: 0.143,
  readGb: 0.055,
  writtenGb: 1.09,
} as const;

const said = {
  gbSeconds: "GB-seconds of functions",
  sqlRequests: "SQL requests",
  sqlHours: "hours of SQL",
  readGb: "GB read from key-value storage",
  writtenGb: "GB written to key-value storage",
} as const;

interface Day {
  readonly spent: Spent;
  readonly calls: number;
  readonly busiestHour: number;
}

/** A working day of the demo site and a day of rest, counted call by call; five and two of them are a week, and every month is alike. */
export async function run(): Promise<readonly Measured[]> {
  const stateDir = mkdtempSync(join(tmpdir(), "uptake-year-"));
  const workbench = await startWorkbench({ port: 0, site: "demo", quiet: true, stateDir });
  try {
    // The demo stands at a Sunday. What somebody has just read off is watched for a week; usual days are those after that.
    for (let passed = 0; passed < 8; passed += 1) await pass(workbench, dayMs);
    const working = await day(workbench, workOf(openSpace({ ...workbench, stateDir })));
    for (let passed = 0; passed < 5; passed += 1) await pass(workbench, dayMs);
    return report(working, await day(workbench, []));
  } finally {
    await workbench.stop();
    rmSync(stateDir, { recursive: true, force: true });
  }
}

/** What people do at work is reported as it happens, and the app's schedules run as they would. */
async function pass({ clock, forge, reported }: Workbench, milliseconds: number): Promise<void> {
  clock.advance(milliseconds);
  await reported();
  await forge.tick();
}

type Act = () => Promise<unknown>;

async function day(workbench: Workbench, acts: readonly Act[]): Promise<Day> {
  const records: CallRecord[] = [];
  workbench.jira.onCall((record) => record.caller.kind === "app" && records.push(record));
  const before = workbench.forge.spent();
  const left = [...acts];
  const perRound = Math.ceil(acts.length / (8 * 12));
  const points: number[] = [];
  for (let hour = 0; hour < 24; hour += 1) {
    const from = records.length;
    for (let round = 0; round < 12; round += 1) {
      await pass(workbench, fiveMinutesMs);
      if (hour >= 8) for (const act of left.splice(0, perRound)) await act();
    }
    points.push(records.slice(from).reduce((sum, record) => sum + record.points, 0));
  }
  const spent = between(before, workbench.forge.spent());
  return { spent, calls: records.length, busiestHour: Math.max(...points) };
}

function openSpace(grounds: Workbench & { readonly stateDir: string }): Page {
  const project = grounds.jira.store.collection("project").find(({ key }) => key === "CRM");
  const extension = { type: "jira:projectPage", project: { id: project?.id ?? "", key: "CRM", type: "software" } };
  return openPage(grounds, "uptake-space", { email: "pm@example.com", extension });
}

/** Who does what on a working day of a site with one plan of 63 steps and 800 people. */
function workOf(page: Page): readonly Act[] {
  const plan = "crm-2026";
  const config = { version: 1 as const, plan, wave: null, cards: ["ttft" as const, "hdr" as const], weeks: null };
  const file = async () => ({ text: (await page.ask("planText", { plan })).text, fileName: "plan.yaml" });
  const habits: readonly (readonly [times: number, act: Act])[] = [
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
  const less = (name: Exclude<keyof Spent, "sqlBy">) => after[name] - before[name];
  const callers = Object.keys(after.sqlBy);
  const sqlBy = callers.map((by) => [by, (after.sqlBy[by] ?? 0) - (before.sqlBy[by] ?? 0)] as const);
  return {
    invocations: less("invocations"),
    seconds: less("seconds"),
    sqlRequests: less("sqlRequests"),
    sqlBy: Object.fromEntries(sqlBy),
    sqlSeconds: less("sqlSeconds"),
    kvsReadBytes: less("kvsReadBytes"),
    kvsWrittenBytes: less("kvsWrittenBytes"),
  };
}

function report(working: Day, rest: Day): readonly Measured[] {
  const monthly = (of: (day: Day) => number) => (5 * of(working) + 2 * of(rest)) * weeksAMonth;
  const sqlSeconds = ({ spent }: Day) => spent.sqlSeconds + spent.sqlRequests * waits.sqlSeconds;
  const seconds = (day: Day) =>
    day.spent.seconds + day.calls * waits.jiraSeconds + day.spent.sqlRequests * waits.sqlSeconds;
  const month = {
    gbSeconds: monthly(seconds) * gigabytes,
    sqlRequests: monthly(({ spent }) => spent.sqlRequests),
    sqlHours: monthly(sqlSeconds) / 3600,
    readGb: monthly(({ spent }) => spent.kvsReadBytes) / 1e9,
    writtenGb: monthly(({ spent }) => spent.kvsWrittenBytes) / 1e9,
  };
  const names = ["gbSeconds", "sqlRequests", "sqlHours", "readGb", "writtenGb"] as const;
  const callers = new Set([working, rest].flatMap(({ spent }) => Object.keys(spent.sqlBy)));
  const sqlBy = [...callers].map((by) => [by, monthly(({ spent }) => spent.sqlBy[by] ?? 0)] as const);
  const dollars = names.reduce((sum, name) => sum + month[name] * dollarsEach[name], 0);
  return [
    line("Jira's points in the busiest hour", [working.busiestHour, free.points]),
    ...names.map((name) =>
      line(`${said[name]} a month`, [month[name], free[name]], name === "sqlRequests" ? sqlBy : []),
    ),
    {
      measure: "a year, if nothing of it were free",
      value: `$${(12 * dollars).toFixed(2)}`,
      target: "≤ $12",
      met: dollars <= 1,
      detail: "one site with one plan of 63 steps, 800 people, and 184 looks at its pages a working day",
    },
  ];
}

type Shares = readonly (readonly [by: string, value: number])[];

function line(measure: string, [value, most]: readonly [number, number], shares: Shares = []): Measured {
  const largest = shares
    .filter(([, part]) => part > 0)
    .toSorted((a, b) => b[1] - a[1])
    .map(([by, part]) => `, ${by} ${spell(part)}`);
  const detail = `${((100 * value) / most).toFixed(1)} % of what is free${largest.join("")}`;
  return { measure, value: spell(value), target: `≤ ${spell(most)}`, met: value <= most, detail };
}

const spell = (value: number): string =>
  value < 10 ? String(Number(value.toPrecision(2))) : Math.round(value).toLocaleString("en");
