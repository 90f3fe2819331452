import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { formats } from "#formats/format";
import { answer } from "../../cli/answer";

const folder = mkdtempSync(join(tmpdir(), "uptake-formats-"));
afterAll(() => rmSync(folder, { recursive: true }));
const demo = new URL("../../workbench/sites/crm.yaml", import.meta.url).pathname;
const endings = { yaml: "yaml", json: "json", csv: "csv", xlsx: "xlsx", mspdi: "xml", markdown: "md" } as const;

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function run(words: readonly string[]) {
  let out = "";
  let said = "";
  const exit = await answer(words, {
    out: async (text) => void (out += typeof text === "string" ? text : new TextDecoder().decode(text)),
    say: (text) => void (said += text),
    input: async () => "",
  });
  return { exit, out, said };
}

const document = z.object({ steps: z.array(z.looseObject({ id: z.string() })), notes: z.array(z.unknown()) });

describe("M92 convert between every pair of formats", () => {
  test.each(formats)(
    "%s and on to every other: the same steps in the same order, and nothing lost unsaid",
    async (first) => {
      const one = join(folder, `one-${first}.${endings[first]}`);
      const there = await run(["convert", demo, "--to", first, "-o", one]);
      expect([there.exit, there.out]).toEqual([0, ""]);
      if (first === "csv") expect(there.said).toMatch(/cannot hold the risks: 20 left out/);
      const straight = document.parse(JSON.parse((await run(["convert", one, "--to", "json", "--json"])).out));
      for (const second of formats) {
        const two = join(folder, `two-${first}-${second}.${endings[second]}`);
        expect((await run(["convert", one, "--to", second, "-o", two])).exit).toBe(0);
        const again = document.parse(JSON.parse((await run(["convert", two, "--to", "json", "--json"])).out));
        expect(again.steps.map(({ id }) => id).toSorted()).toEqual(straight.steps.map(({ id }) => id).toSorted());
        if (second !== "mspdi") expect(again.steps).toEqual(straight.steps);
      }
    },
  );

  test("comments in YAML are said to be lost", async () => {
    const path = file("c.yaml", "uptake: 1 # the first\nplan: { id: p, title: P }\n");
    expect((await run(["convert", path, "--to", "yaml"])).said).toContain("comments in the file");
    expect((await run(["convert", demo, "--to", "csv"])).said).toContain("cannot hold");
  });
});

describe("M92 a table that leaves something open", () => {
  const open = () => file("open.csv", "My plan;;\nWas;Wer;Ab\nExport;Ana;03/02/2026\n");

  test("is refused with how to say it, and read once it is said", async () => {
    const first = await run(["convert", open(), "--to", "json"]);
    expect([first.exit, first.out]).toEqual([1, ""]);
    expect(first.said).toContain("no column for the title");
    const second = await run(["convert", open(), "--to", "json", "--heading", "2", "--columns", "title,owner,start"]);
    expect([second.exit, second.out]).toEqual([1, ""]);
    expect(second.said).toContain("--days day-first");
    const said = ["--heading", "2", "--columns", "title,owner,start", "--days", "month-first"];
    const third = await run(["convert", open(), "--to", "json", ...said]);
    expect(third.exit).toBe(0);
    expect(JSON.parse(third.out)).toMatchObject({ steps: [{ title: "Export", owner: "Ana", start: "2026-03-02" }] });
    expect((await run(["schedule", open(), "--json", ...said])).exit).toBe(0);
    expect((await run(["lint", open(), "--json", ...said])).out).toContain("findings");
  });

  test.each([
    ["--days", "tomorrow"],
    ["--heading", "first"],
    ["--columns", "title,colour"],
  ])("%s %s is misuse", async (option, value) => {
    expect((await run(["convert", open(), "--to", "json", option, value])).exit).toBe(2);
  });
});

describe("M4 lint", () => {
  test("a file that is no plan has findings with their lines and columns", async () => {
    const path = file("bad.yaml", "uptake: 1\nplan: { id: p, title: P }\nsteps:\n  - id: a\n    titel: A\n");
    const { exit, out, said } = await run(["lint", path, "--json"]);
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      findings: [
        { rule: "plan-file", level: "error", line: 4, column: 5, field: "steps[0].title" },
        { rule: "plan-file", level: "error", line: 5, column: 5, mend: expect.stringContaining("spelling") },
      ],
    });
    expect(said).toContain("line 5, column 5");
  });

  test("a finding stands at the line of its step", async () => {
    const path = file(
      "weak.yaml",
      "uptake: 1\nplan: { id: p, title: P }\nsteps:\n  - id: a\n    title: Migrate data\n",
    );
    const { out } = await run(["lint", path, "--json"]);
    const { findings } = z
      .object({ findings: z.array(z.looseObject({ item: z.string().nullable(), line: z.number().nullable() })) })
      .parse(JSON.parse(out));
    expect(findings.filter(({ item }) => item === "a").every(({ line }) => line === 4 || line === 5)).toBe(true);
  });
});

test("M6 schedule takes a project file with its own calendar, and its items have UIDs as ids", async () => {
  const out = join(folder, "s.xml");
  await run(["convert", demo, "--to", "mspdi", "-o", out]);
  const { exit, out: text } = await run(["schedule", out, "--json"]);
  expect(exit).toBe(0);
  const foreign = readFileSync(out, "utf8").replaceAll(/<ExtendedAttributes>.*?<\/ExtendedAttributes>/g, "");
  const items = (body: string) =>
    z.object({ items: z.array(z.object({ id: z.string() })) }).parse(JSON.parse(body)).items;
  const other = items((await run(["schedule", file("f.xml", foreign), "--json"])).out);
  expect(other).toHaveLength(items(text).length);
  expect(other.every(({ id }) => /^\d+$/.test(id))).toBe(true);
});
