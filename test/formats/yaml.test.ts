import { expect, test } from "vitest";
import { readPlan, writeJson, writeYaml } from "#formats/yaml";

const small = `
uptake: 1
plan:
  id: crm-2026
  title: CRM migration
  zone: Europe/London
  objective: [One shared customer record]
  scope: { in: [Sales, Service], out: [Marketing automation] }
  owner: ana@example.com
  affects: { liveSystems: true, productionData: true, businessOperations: true }
  start: 2026-02-02
  anchors: { delivery: 2026-03-02, golive: 2026-03-16, trainingEnd: 2026-03-13 }
  calendar: { days: [mon, tue, wed, thu, fri], hours: ["08:00-12:00", "13:00-17:00"], holidays: [2026-04-03] }
steps:
  - id: export
    title: Export all customer records from Salesforce Classic as CSV
    start: 2026-03-02
    duration: 2d
    after: [freeze, { step: mapping, type: SS, lag: 1d }]
    success: [{ measure: records validated, op: ">=", value: 100, unit: "%", by: { golive: -1d } }]
    side: supplier
    stream: technical
    parent: null
  - { id: freeze, title: Freeze, anchor: { golive: -10d } }
  - { id: 012, title: 1.0 }
rollbacks:
  - id: rb1
    covers: [export]
    triggers: [{ reading: downtime, op: ">", value: 4, unit: h }, { all: [critical-workflow-broken, no-workaround] }]
gates: { implementation: { thresholds: [{ metric: ttft, at: 14d, op: ">=", value: 0.8, rule: confident }] } }
`;

function plan(text: string) {
  const read = readPlan(text, "plan.yaml");
  if (read.kind === "refused") throw new Error(JSON.stringify(read.findings, null, 1));
  return read.plan;
}

function findings(text: string, fileName = "plan.yaml") {
  const read = readPlan(text, fileName);
  return read.kind === "refused" ? read.findings : [];
}

test("M92 the documented shorthand is read into the whole plan", () => {
  const read = plan(small);
  expect(read.steps[0]?.after).toEqual([
    { step: "freeze", type: "FS", lag: "0" },
    { step: "mapping", type: "SS", lag: "1d" },
  ]);
  expect(read.steps[0]?.success[0]?.by).toEqual({ anchor: "golive", offset: "-1d" });
  expect(read.steps[1]?.anchor).toEqual({ anchor: "golive", offset: "-10d" });
  expect(read.rollbacks[0]?.triggers.map((trigger) => trigger.kind)).toEqual(["reading", "all"]);
  expect(read.gates.delivery).toEqual({ clock: null, thresholds: [], checklist: [] });
});

test("M92 text that looks like a number keeps its spelling", () => {
  const step = plan(small).steps[2];
  expect([step?.id, step?.title]).toEqual(["012", "1.0"]);
});

test("M92 a plan written and read again is the same plan", () => {
  const read = plan(small);
  expect(plan(writeYaml(read))).toEqual(read);
  const again = readPlan(writeJson(read), "plan.json");
  expect(again.kind === "read" && again.plan).toEqual(read);
});

const head = "uptake: 1\nplan: { id: p, title: P }\n";

test.each([
  ["an unknown key", `${head}steps:\n  - id: a\n    title: A\n    owned: ben\n`, 6, "steps[0]", "spelling"],
  ["a duplicate key", `${head}steps:\n  - id: a\n    title: A\n    title: B\n`, 6, "", "Keep one"],
  [
    "a day that is not",
    `${head}steps:\n  - id: a\n    title: A\n    start: 2026-02-30\n`,
    6,
    "steps[0].start",
    "real day",
  ],
  [
    "an offset without a unit",
    `${head}steps:\n  - id: a\n    title: A\n    anchor: { golive: -10 }\n`,
    6,
    "steps[0].anchor.golive",
    "-10d",
  ],
  [
    "a dependency that is not",
    `${head}steps:\n  - id: a\n    title: A\n    after: [{ step: b, type: XX }]\n`,
    6,
    "steps[0].after[0].type",
    "FS, SS",
  ],
  ["a missing title", `${head}steps:\n  - id: a\n`, 4, "steps[0].title", "Write text"],
  [
    "a metric that shows attendance",
    `${head}gates:\n  delivery: { thresholds: [{ metric: attendance, op: ">", value: 1 }] }\n`,
    4,
    "gates.delivery.thresholds[0].metric",
    "Attendance",
  ],
  ["no version", "plan: { id: p, title: P }\n", 1, "", "uptake: 1"],
  ["a version to come", "uptake: 2\nplan: { id: p, title: P }\n", 1, "", "Update"],
  ["a prototype key", `${head}__proto__: { polluted: true }\n`, 3, "", "another word"],
])("M92 %s is refused with its line and its mend", (_, text, line, path, mend) => {
  const [first] = findings(text);
  expect(first).toMatchObject({ line, path });
  expect(first?.mend).toContain(mend);
});

test.each([
  [
    "an alias bomb",
    `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]`,
    "p.yaml",
  ],
  ["nesting without end", "[".repeat(200_000), "p.yaml"],
  ["nesting without end in JSON", "[".repeat(200_000), "p.json"],
  ["two documents", `${head}---\n${head}`, "p.yaml"],
  ["nothing", "", "p.yaml"],
  ["a list", "- a", "p.yaml"],
  ["a file too large", " ".repeat(6_000_000), "p.yaml"],
  ["an alias of itself", "uptake: 1\nplan: &a { id: p, title: P, scope: *a }", "p.yaml"],
  ["JSON with a comma too many", '{"uptake":1,}', "p.json"],
  ["JSON with a key twice", '{"uptake":1,"plan":{"id":"a","id":"b","title":"P"}}', "p.json"],
  [
    "a YAML 1.1 document that means something else",
    `%YAML 1.1\n---\n${head}steps: [{ id: a, title: A, start: 2026-02-30 }]`,
    "p.yaml",
  ],
])("%s is refused, not thrown", (_, text, fileName) => {
  expect(findings(text, fileName).length).toBeGreaterThan(0);
});

test("words that older YAML turned into booleans stay words, and yes is understood where a flag is wanted", () => {
  const read = plan("uptake: 1\nplan: { id: no, title: on, affects: { liveSystems: yes } }\n");
  expect([read.id, read.title, read.affects.liveSystems]).toEqual(["no", "on", true]);
});

test("M92 steps share what they have in common by an anchor and <<, and what a step says itself wins", () => {
  const read = plan(
    `${head}steps:\n  - &usual { id: a, title: A, owner: ana@example.com, duration: 2d }\n  - { <<: *usual, id: b, title: B, after: [a] }\n`,
  );
  expect(read.steps[1]).toMatchObject({ id: "b", title: "B", owner: "ana@example.com", duration: "2d" });
});

test("a second document is named by its line, in plain words", () => {
  expect(findings(`${head}---\n${head}`, "p.yaml")).toMatchObject([{ message: "A second document begins here." }]);
});

test.each([
  [
    "a half-written line",
    "uptake: 1\nplan:\n  id: p\n  ti\n  zone: UTC\n",
    "A key here has no colon after it, and no value.",
  ],
  ["a second colon", "uptake: 1\nplan:\n  id: p\n  title: Move: the data\n", "put the words between quotes"],
  ["a tab", "uptake: 1\nplan:\n\tid: p\n", "YAML takes spaces"],
  ["a line too far in", "uptake: 1\nplan:\n   id: p\n  title: P\n", "indented more, or less"],
])("M92 a slip is said in words for whoever writes plans: %s", (_, text, words) => {
  const read = readPlan(text, "plan.yaml");
  expect(read.kind === "refused" ? read.findings[0]?.message : "read").toContain(words);
});
