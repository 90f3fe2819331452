import { assert, asyncProperty, constantFrom, integer, string, tuple, uint8Array } from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Format } from "#formats/format";
import { formats } from "#formats/format";
import { readFile } from "#formats/read-file";
import { readGrid } from "#formats/read-grid";
import { readRiskRegister } from "#formats/risk-register";
import { noChoices } from "#formats/table/layout";
import { writeFile } from "#formats/write-file";
import { readPlan } from "#formats/yaml";

const demo = readPlan(readFileSync(new URL("../../workbench/sites/crm.yaml", import.meta.url), "utf8"), "crm.yaml");

async function filesOf(): Promise<ReadonlyMap<Format, Uint8Array>> {
  if (demo.kind === "refused") throw new Error("unreadable");
  const { plan } = demo;
  const all = await Promise.all(
    formats.map(
      async (format) => [format, await writeFile({ ...plan, steps: plan.steps.slice(0, 6) }, format)] as const,
    ),
  );
  return new Map(all);
}

/** Whatever comes, an answer: a plan or a refusal with its mend. */
async function answered(bytes: Uint8Array, format: Format): Promise<void> {
  const read = await readFile({ name: "p.x", bytes, format });
  expect(["read", "refused"]).toContain(read.kind);
  if (read.kind === "refused")
    expect(read.findings.every(({ message, mend }) => message !== "" && mend !== "")).toBe(true);
}

describe("M92 real files with damage in them are answered, never thrown at", () => {
  test.each(formats)("%s with bytes changed, cut out and put in", async (format) => {
    const bytes = (await filesOf()).get(format) ?? new Uint8Array();
    const damage = tuple(
      integer({ min: 0, max: bytes.length }),
      integer({ min: 0, max: 40 }),
      uint8Array({ maxLength: 12 }),
    );
    await assert(
      asyncProperty(damage, async ([at, cut, put]) => {
        const damaged = Uint8Array.from([...bytes.subarray(0, at), ...put, ...bytes.subarray(at + cut)]);
        await answered(damaged, format);
      }),
      { numRuns: 30 },
    );
  });

  test("a file of one format read as every other", async () => {
    const files = await filesOf();
    for (const [, bytes] of files) for (const format of formats) await answered(bytes, format);
  });

  test("any text below any heading, as a plan, as a grid and as a register", async () => {
    const heading = constantFrom(
      "Title,Start,Predecessors,Parent",
      "WBS;Task;Duration;Finish",
      "Risk,Likelihood,Impact,ID",
    );
    await assert(
      asyncProperty(heading, string({ unit: "binary", maxLength: 120 }), async (first, text) => {
        const file = { name: "p.csv", bytes: new TextEncoder().encode(`${first}\n${text}\n${text}`), format: null };
        await answered(file.bytes, "csv");
        expect(["grid", "refused"]).toContain((await readGrid(file, { ...noChoices, heading: 2 }))?.kind);
        expect(["register", "refused"]).toContain((await readRiskRegister(file)).kind);
      }),
      { numRuns: 60 },
    );
  });
});

describe("what is written to keep a reader busy does not", () => {
  const csv = (text: string) => readFile({ name: "p.csv", bytes: new TextEncoder().encode(text), format: null });

  test("five thousand steps of one name", async () => {
    const read = await csv(`Title\n${"Same\n".repeat(5000)}`);
    expect(read.kind === "read" && read.plan.steps.at(-1)?.id).toBe("same-5000");
  });

  test("a step before all others, said at either end", async () => {
    const rows = Array.from({ length: 2000 }, (_, at) => `${at + 1},T${at + 1},,${at === 0 ? "" : "1"}`);
    const all = Array.from({ length: 1999 }, (_, at) => at + 2).join(";");
    const read = await csv(`ID,Title,Successors,Predecessors\n1,T1,${all},\n${rows.slice(1).join("\n")}\n`);
    expect(read.kind === "read" && read.plan.steps.flatMap(({ after }) => after).length).toBe(1999);
  });

  test.each([
    ["a cell of commas", `Title,Predecessors\nA,"${`${"x".repeat(50)}FS,`.repeat(20_000)}"\n`],
    ["a cell of brackets", `Title,Owner\nA,${"[".repeat(100_000)}\n`],
    ["a line of quotes", `Title\n${'""'.repeat(100_000)}\n`],
    ["sixteen thousand columns", `Title${",Title".repeat(16_000)}\nA\n`],
    ["a hundred thousand empty rows", `Title\n${",\n".repeat(100_000)}A\n`],
    ["a heading of brackets", `Title,${"(".repeat(50_000)}${")".repeat(50_000)}\nA,x\n`],
  ])("%s", async (_, text) => {
    await answered(new TextEncoder().encode(text), "csv");
  });

  test.each([
    ["a row of a hundred thousand bars", `| Title |\n|---|\n${"|".repeat(100_000)}\n`],
    ["a hundred thousand links that never end", "[a](".repeat(100_000)],
    ["a hundred thousand images on lines of their own", "![\n".repeat(100_000)],
    ["a hundred thousand underlined headings", "a\n=\n".repeat(100_000)],
    ["a hundred quotes in quotes", `${">".repeat(101)} a`],
    ["two thousand lists in lists", Array.from({ length: 2000 }, (_, at) => `${"  ".repeat(at)}- a`).join("\n")],
    ["a hundred thousand numbers in numbers", `${"1. ".repeat(100_000)}a`],
    ["a hundred thousand marks of emphasis", "*a_ ".repeat(100_000)],
    ["a hundred thousand tags", "<a ".repeat(100_000)],
    ["a hundred thousand rows", `|Title|\n|-|\n${"|a|\n".repeat(100_000)}`],
  ])("Markdown: %s", async (_, text) => {
    const read = await readFile({ name: "p.md", bytes: new TextEncoder().encode(text), format: null });
    expect(read).toMatchObject({ kind: "refused", findings: [{ message: expect.stringContaining("nests, links") }] });
  });

  test("Markdown: megabytes of prose are passed over", async () => {
    const prose = "Lorem *ipsum* dolor [sit](https://example.com) amet.\n\n".repeat(90_000);
    const text = `${prose}- [ ] Open the gate\n`;
    const read = await readFile({ name: "p.md", bytes: new TextEncoder().encode(text), format: null });
    expect(read.kind === "read" && read.plan.steps.map(({ title }) => title)).toEqual(["Open the gate"]);
  });

  test("YAML: more steps than a plan has are counted, not checked one by one", async () => {
    const steps = Array.from({ length: 20_001 }, (_, at) => ({ id: `s${at}`, title: "T" }));
    const text = JSON.stringify({ uptake: 1, plan: { id: "p", title: "P" }, steps });
    expect(await readFile({ name: "p.json", bytes: new TextEncoder().encode(text), format: null })).toMatchObject({
      kind: "refused",
      findings: [{ message: "The file has more than 20000 steps." }],
    });
  });

  test("Markdown: two thousand tasks in one list are a plan", async () => {
    const text = Array.from({ length: 2000 }, (_, at) => `- [ ] Step ${at} of [the list](https://example.com)`).join(
      "\n",
    );
    const read = await readFile({ name: "p.md", bytes: new TextEncoder().encode(text), format: null });
    expect(read.kind === "read" && read.plan.steps.length).toBe(2000);
  });

  test.each([
    ["fifty thousand keys", Array.from({ length: 50_000 }, (_, at) => `k${at}: 1`).join("\n")],
    ["a hundred thousand quotes", '"'.repeat(100_000)],
    ["fifty thousand anchors", Array.from({ length: 50_000 }, (_, at) => `a${at}: &a${at} 1`).join("\n")],
    ["a key said fifty thousand times", "a: 1\n".repeat(50_000)],
  ])("YAML: %s", async (_, text) => {
    await answered(new TextEncoder().encode(`uptake: 1\n${text}`), "yaml");
  });

  test("a table of a million rows, and one of a million columns", async () => {
    const [long, wide] = [`Title\n${"A\n".repeat(1_000_000)}`, `Title${",".repeat(1_000_000)}\nA\n`];
    for (const text of [long, wide])
      expect(await csv(text)).toMatchObject({
        kind: "refused",
        findings: [{ message: expect.stringContaining("more than") }],
      });
  });

  test("a project file of a hundred thousand calendar exceptions over centuries", async () => {
    const period =
      "<TimePeriod><FromDate>1990-01-01T00:00:00</FromDate><ToDate>2990-01-01T00:00:00</ToDate></TimePeriod>";
    const exceptions = `<Exception>${period}<Type>1</Type><DayWorking>0</DayWorking></Exception>`.repeat(20_000);
    const xml = `<Project><CalendarUID>1</CalendarUID><Calendars><Calendar><UID>1</UID><Exceptions>${exceptions}</Exceptions></Calendar></Calendars><Tasks/></Project>`;
    await answered(new TextEncoder().encode(xml), "mspdi");
  });

  test("days, durations and numbers without end", async () => {
    const long = "1".repeat(100_000);
    expect((await csv(`Title,Start,Duration,WBS\nA,${long}/1/1,${long}d,${"1.".repeat(50_000)}\n`)).kind).toBe(
      "refused",
    );
  });
});

test("a project file of calendars on calendars on calendars", async () => {
  const calendars = Array.from(
    { length: 5000 },
    (_, at) => `<Calendar><UID>${at + 1}</UID><Name>C</Name><BaseCalendarUID>${at + 2}</BaseCalendarUID></Calendar>`,
  );
  const xml = `<Project><CalendarUID>1</CalendarUID><Calendars>${calendars.join("")}</Calendars><Tasks/></Project>`;
  await answered(new TextEncoder().encode(xml), "mspdi");
});
