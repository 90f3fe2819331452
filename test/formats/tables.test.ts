import Papa from "papaparse";
import { readFileSync } from "node:fs";
import { array, assert, asyncProperty, property, uint8Array, string } from "fast-check";
import { describe, expect, test } from "vitest";
import type { Plan } from "#domain/plan/plan";
import { csvSheets, writeCsv } from "#formats/csv";
import type { Format } from "#formats/format";
import { losses } from "#formats/losses";
import { readFile } from "#formats/read-file";
import type { ReadResult } from "#formats/read-result";
import { noChoices } from "#formats/table/layout";
import { readSheets } from "#formats/table/sheets";
import { writeFile } from "#formats/write-file";
import { readPlan } from "#formats/yaml";
import { anyPlan } from "../support/any-plan";

const bytes = (text: string) => new TextEncoder().encode(text);

async function again(plan: Plan, format: Format): Promise<ReadResult> {
  return readFile({ name: "p-1.x", bytes: await writeFile(plan, format), format });
}

function readCsv(text: string, name: string): ReadResult {
  const read = csvSheets(text, name);
  return read.kind === "refused" ? read : readSheets(read, name, noChoices);
}

function steps(read: ReadResult) {
  return read.kind === "read" ? read.plan.steps : read.findings;
}

describe.each(["csv", "xlsx", "markdown"] as const)("%s", (format) => {
  test("M92 the steps of any plan come back as they were", async () => {
    await assert(
      asyncProperty(anyPlan, async (plan) => {
        expect(steps(await again(plan, format))).toEqual(plan.steps);
      }),
      { numRuns: format === "xlsx" ? 15 : 60 },
    );
  });

  test("M92 the demo plan comes back, and what was left out is named before", async () => {
    const read = readPlan(readFileSync(new URL("../../workbench/sites/crm.yaml", import.meta.url), "utf8"), "crm.yaml");
    if (read.kind === "refused") throw new Error("unreadable");
    expect(steps(await again(read.plan, format))).toEqual(read.plan.steps);
    const lost = losses(read.plan, format).join("\n");
    if (format === "xlsx") expect(lost).toBe("");
    else expect(lost).toMatch(/risks: 20 left out[^]*rollbacks: 3[^]*gates/);
  });

  test("any bytes are a plan or a refusal, never a throw", async () => {
    await assert(
      asyncProperty(uint8Array({ maxLength: 300 }), async (some) => {
        expect(["read", "refused"]).toContain((await readFile({ name: "x", bytes: some, format })).kind);
      }),
      { numRuns: 150 },
    );
  });
});

test("any text is a plan or a refusal, never a throw", async () => {
  await assert(
    asyncProperty(string({ maxLength: 200, unit: "binary" }), async (some) => {
      for (const format of ["csv", "markdown", "yaml", "json", "mspdi"] as const) {
        expect(["read", "refused"]).toContain((await readFile({ name: "x", bytes: bytes(some), format })).kind);
      }
    }),
    { numRuns: 150 },
  );
});

test.each(["xlsx", "markdown"] as const)(
  "M2 title, objectives and both lists of scope stand in every %s and come back",
  async (format) => {
    await assert(
      asyncProperty(anyPlan, array(string({ maxLength: 9 }), { maxLength: 3 }), async (plan, out) => {
        const some = {
          ...plan,
          objective: plan.objective.filter((line) => line !== ""),
          scope: { in: [plan.title], out: out.filter(isPrintable) },
        };
        const read = await again(some, format);
        const { title, objective, scope } = some;
        expect(read).toMatchObject({ kind: "read", plan: { title, objective, scope } });
      }),
      { numRuns: format === "xlsx" ? 15 : 80 },
    );
  },
);

test("M7 M31 M36 M38 M60 M62 M66 M67 M75 M91 a workbook holds all of a plan: risks, rollbacks, registers, gates and the plan's own words", async () => {
  const demo = readPlan(readFileSync(new URL("../../workbench/sites/crm.yaml", import.meta.url), "utf8"), "crm.yaml");
  if (demo.kind === "refused") throw new Error("unreadable");
  const read = await again(demo.plan, "xlsx");
  expect(read).toEqual({ kind: "read", plan: demo.plan, notes: [] });
  await assert(
    asyncProperty(anyPlan, async (plan) => {
      expect(await again(plan, "xlsx")).toEqual({ kind: "read", plan, notes: [] });
    }),
    { numRuns: 15 },
  );
});

function isPrintable(text: string): boolean {
  return text !== "" && !/\p{Cc}/u.test(text);
}

test("no cell of a table begins like a formula", () => {
  assert(
    property(anyPlan, (plan) => {
      const cells = Papa.parse<string[]>(writeCsv(plan).slice(1)).data.flat();
      expect(cells.filter((cell) => /^[=+@\t-]/.test(cell) && !/^-?\d/.test(cell))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ["comma", "ID,Title,Duration,Predecessors\n1,Freeze,2d,\n2,Export,1d,1\n"],
  ["semicolon and decimal comma", "ID;Title;Duration;Predecessors\r\n1;Freeze;2,0 days;\r\n2;Export;1 Tag;1EA\r\n"],
  ["tab", "Id\tTask Name\tDuration\tPredecessors\n1\tFreeze\t2 days?\t\n2\tExport\t1 day\t1FS\n"],
  ["byte order mark and sep line", "\uFEFFsep=;\nID;Title;Duration;Predecessors\n1;Freeze;2d;\n2;Export;1d;1\n"],
  [
    "preamble",
    "Rollout plan 2026,,,\nprinted by Ana,,,\n\nID,Title,Duration,Predecessors\n1,Freeze,2d,\n2,Export,1d,1\n",
  ],
])("M92 the dialect with %s is understood", (_, text) => {
  const read = steps(readCsv(text, "plan.csv"));
  expect(read).toMatchObject([
    { id: "1", title: "Freeze" },
    { id: "2", title: "Export", duration: "1d", after: [{ step: "1", type: "FS", lag: "0" }] },
  ]);
});

test.each([
  ["3FS+2d", { step: "3", type: "FS", lag: "2d" }],
  ["3", { step: "3", type: "FS", lag: "0" }],
  ["3SS-1 day", { step: "3", type: "SS", lag: "-1d" }],
  ["3ff+50%", { step: "3", type: "FF", lag: "50%" }],
  ["3SF+2 edays", { step: "3", type: "SF", lag: "2ed" }],
  ["data-SS", { step: "data-SS", type: "FS", lag: "0" }],
  ["data-SSSS+1d", { step: "data-SS", type: "SS", lag: "1d" }],
  ["Migrate, then load", { step: "m", type: "FS", lag: "0" }],
])("M6 the predecessor %s is understood", (cell, dependency) => {
  const read = steps(readCsv(`ID;Title;Predecessors\n3;C;\ndata-SS;D;\nm;Migrate, then load;\nx;X;${cell}\n`, "p.csv"));
  expect(read[3]).toMatchObject({ after: [dependency] });
});

test("groups are found by parent, outline number, level and indent", () => {
  const parents = (text: string) => {
    const read = readCsv(text, "p.csv");
    return read.kind === "read" ? read.plan.steps.map(({ id, parent }) => `${parent ?? ""}>${id}`) : read.findings;
  };
  expect(parents("ID,Title,Parent\na,A,\nb,B,a\n")).toEqual([">a", "a>b"]);
  expect(parents("WBS,Title\n1,A\n1.1,B\n1.1.1,C\n1.2,D\n")).toEqual([">1", "1>1.1", "1.1>1.1.1", "1>1.2"]);
  expect(parents("ID,Outline Level,Title\na,1,A\nb,2,B\nc,1,C\n")).toEqual([">a", "a>b", ">c"]);
  expect(parents("Title\nA\n  B\n  C\nD\n")).toEqual([">a", "a>b", "a>c", ">d"]);
});

test("what is guessed or left out is noted with its line, what is wrong is refused with its line", () => {
  const read = readCsv("Title,Start,Finish,Predecessors,Colour\nA,2026-03-02,2026-03-09,,red\nB,,,gone,\n", "p.csv");
  expect(
    read.kind === "read" && [
      read.plan.steps[0]?.duration,
      ...read.notes.map(({ line, message }) => `${line} ${message.slice(0, 30)}`),
    ],
  ).toEqual([
    "6d",
    "1 Columns not read: Colour.",
    "2 The duration was counted in we",
    '3 "gone" among the predecessors ',
  ]);
  expect(readCsv("Title,Start\nA,2026-03-02\n\nB,soon\n", "p.csv")).toMatchObject({
    kind: "refused",
    findings: [{ line: 4, path: "steps[1].start" }],
  });
  expect(readCsv('Title\n"A\n', "p.csv")).toMatchObject({ kind: "refused" });
  expect(readCsv("a,b\n1,2\n", "p.csv")).toMatchObject({ kind: "refused" });
});

test.each([
  ["31.03.2026", "2026-03-31"],
  ["03/31/2026", "2026-03-31"],
  ["31/03/26", "2026-03-31"],
  ["Tue 03/31/26", "2026-03-31"],
  ["2026-03-31T13:00:00", "2026-03-31T13:00"],
])("the day %s is %s", (cell, day) => {
  expect(steps(readCsv(`Title;Start\nA;${cell}\n`, "p.csv"))).toMatchObject([{ start: day }]);
});

test("a Windows-1252 table keeps its umlauts", async () => {
  const read = await readFile({
    name: "p.csv",
    bytes: Uint8Array.from(Buffer.from("Title;Owner\nPrüfen;Jörg\n", "latin1")),
    format: null,
  });
  expect(steps(read)).toMatchObject([{ title: "Prüfen", owner: "Jörg" }]);
});

test("a workbook that unpacks to gigabytes, and one that is none, are refused", async () => {
  const directory = Buffer.alloc(46 + 22);
  directory.writeUInt32LE(0x02014b50, 0);
  directory.writeUInt32LE(3_000_000_000, 24);
  directory.writeUInt32LE(0x06054b50, 46);
  directory.writeUInt16LE(1, 46 + 10);
  expect(await readFile({ name: "p.xlsx", bytes: directory, format: null })).toMatchObject({
    kind: "refused",
    findings: [{ message: expect.stringContaining("larger") }],
  });
  expect(await readFile({ name: "p.xlsx", bytes: bytes("PK"), format: null })).toMatchObject({ kind: "refused" });
});

test("M92 a Markdown document: its heading, its checklists, their phases and groups", async () => {
  const text =
    "# Rollout\n\nSome words.\n\n## Prepare\n\n- [ ] Freeze edits (ana@example.com, 2d)\n  - [x] Tell **sales** by e-mail\n- not a task\n\n## Launch\n\n1. [ ] Open the gate (really)\n";
  const read = await readFile({ name: "plan.md", bytes: bytes(text), format: null });
  expect(read.kind === "read" && read.plan.title).toBe("Rollout");
  expect(steps(read)).toMatchObject([
    { title: "Freeze edits", owner: "ana@example.com", duration: "2d", phase: "Prepare", parent: null },
    { title: "Tell sales by e-mail", parent: "freeze-edits", phase: "Prepare" },
    { title: "Open the gate (really)", owner: null, phase: "Launch" },
  ]);
});

test("a cell or a hierarchy made to keep the reader busy does not", () => {
  const cell = `${"a".repeat(100_000)} >= 1 ${"from ".repeat(20_000)}`;
  expect(readCsv(`Title;Success;Predecessors\nA;${cell};${cell}\n`, "p.csv").kind).toBe("read");
  const deep = Array.from({ length: 15_000 }, (_, at) => `${at},${at},T${at}`).join("\n");
  expect(readCsv(`ID,Outline Level,Title\n${deep}\n`, "p.csv").kind).toBe("read");
});
