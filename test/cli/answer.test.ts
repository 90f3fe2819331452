import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { afterAll, expect, test } from "vitest";
import { answer } from "../../cli/answer";

const folder = mkdtempSync(join(tmpdir(), "uptake-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));
const demo = new URL("../../workbench/sites/crm.yaml", import.meta.url).pathname;

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function json<T>(schema: z.ZodType<T>, text: string): T {
  return schema.parse(JSON.parse(text));
}

const named = z.object({ steps: z.array(z.object({ id: z.string() })) });

async function run(words: readonly string[], input = "") {
  let out = "";
  let said = "";
  const decoder = new TextDecoder();
  const exit = await answer(words, {
    out: async (text) => void (out += typeof text === "string" ? text : decoder.decode(text)),
    say: (text) => void (said += text),
    input: async () => input,
  });
  return { exit, out, said };
}

test.each([
  ["an unknown command", ["fly"]],
  ["a word of every object", ["constructor"]],
  ["an unknown option", ["lint", demo, "--fast"]],
  ["no file", ["lint"]],
  ["two files", ["lint", demo, demo]],
  ["no target", ["convert", demo]],
  ["an unknown format", ["convert", demo, "--to", "pdf"]],
  ["no arithmetic", ["stats", "magic"]],
])("%s is misuse: exit 2, usage on stderr, nothing on stdout", async (_, words) => {
  const { exit, out, said } = await run(words);
  expect([exit, out]).toEqual([2, ""]);
  expect(said).toMatch(/uptake|Usage/);
});

test("M92 convert gives the plan in the shape of the file, and its notes with --json", async () => {
  const csv = file("small.csv", "ID,Title,Predecessors,Colour\na,A,,red\nb,B,a,\n");
  const plain = await run(["convert", csv, "--to", "json"]);
  expect(JSON.parse(plain.out)).toMatchObject({
    uptake: 1,
    plan: { id: "small" },
    steps: [
      { id: "a", after: [] },
      { id: "b", after: ["a"] },
    ],
  });
  expect(plain.said).toContain("Columns not read: Colour.");
  const noted: unknown = JSON.parse((await run(["convert", csv, "--to", "json", "--json"])).out);
  expect(noted).toMatchObject({
    steps: [{ id: "a" }, { id: "b" }],
    notes: [{ line: 1, message: "Columns not read: Colour." }],
  });
});

test.each(["yaml", "json", "csv", "xlsx", "mspdi", "markdown"])(
  "M92 convert to %s and back keeps every step",
  async (format) => {
    const out = join(folder, `again.${format}`);
    expect((await run(["convert", demo, "--to", format, "-o", out])).exit).toBe(0);
    const back = json(named, (await run(["convert", out, "--from", format, "--to", "json"])).out);
    const before = json(named, (await run(["convert", demo, "--to", "json"])).out);
    const ids = (plan: z.infer<typeof named>) => plan.steps.map(({ id }) => id).toSorted();
    expect(ids(back)).toEqual(ids(before));
  },
);

test("what a format cannot hold is said when it is written", async () => {
  const { said } = await run(["convert", demo, "--to", "csv"]);
  expect(said).toContain("A CSV table cannot hold the risks: 20 left out.");
});

test("M4 lint prints its findings and fails on errors only", async () => {
  const bad = file(
    "bad.yaml",
    "uptake: 1\nplan: { id: p, title: P }\nsteps: [{ id: a, title: Migrate data, after: [gone] }]\n",
  );
  const { exit, out } = await run(["lint", bad, "--json"]);
  const { findings } = json(z.object({ findings: z.array(z.looseObject({ rule: z.string() })) }), out);
  expect(exit).toBe(1);
  expect(findings.find(({ rule }) => rule === "step-vague")).toMatchObject({ item: "a", level: "hint" });
  expect(findings.find(({ rule }) => rule === "unknown-reference")).toMatchObject({ item: "a", level: "error" });
  expect((await run(["lint", demo])).exit).toBe(0);
});

test("M6 schedule gives dates, slack and the critical path in the plan's zone", async () => {
  const plan = file(
    "chain.yaml",
    "uptake: 1\nplan: { id: p, title: P, zone: Europe/London, start: 2026-03-27 }\nsteps: [{ id: a, title: A, duration: 1d }, { id: b, title: B, duration: 2d, after: [a] }, { id: c, title: C, duration: 1d, after: [a] }]\n",
  );
  const { exit, out } = await run(["schedule", plan, "--json"]);
  expect(exit).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    start: "2026-03-27T08:00:00+00:00",
    finish: "2026-03-31T17:00:00+01:00",
    lengthMinutes: 1440,
    cycle: null,
    items: [
      { id: "a", critical: true, totalSlackMinutes: 0 },
      { id: "b", start: "2026-03-30T08:00:00+01:00", critical: true },
      { id: "c", finish: "2026-03-30T17:00:00+01:00", critical: false, totalSlackMinutes: 480, freeSlackMinutes: 480 },
    ],
  });
});

test("M5 a day that its predecessors do not allow is named, with when it would be", async () => {
  const plan = file(
    "late.yaml",
    "uptake: 1\nplan: { id: p, title: P, zone: Europe/London, start: 2026-03-02 }\nsteps: [{ id: a, title: A, duration: 3d }, { id: b, title: B, duration: 1d, start: 2026-03-03, after: [a] }]\n",
  );
  const { exit, out, said } = await run(["schedule", plan, "--json"]);
  expect(exit).toBe(0);
  expect(said).toContain("b is planned for 2026-03-03T08:00 and cannot start before 2026-03-05T08:00.");
  expect(JSON.parse(out)).toMatchObject({
    conflicts: [
      {
        kind: "later-than-planned",
        id: "b",
        wanted: "2026-03-03T08:00:00+00:00",
        possible: "2026-03-05T08:00:00+00:00",
      },
    ],
  });
});

test("M6 a circle is refused with its members and no dates", async () => {
  const plan = file(
    "circle.yaml",
    "uptake: 1\nplan: { id: p, title: P, start: 2026-03-02 }\nsteps: [{ id: a, title: A, after: [b] }, { id: b, title: B, after: [a] }]\n",
  );
  const { exit, out } = await run(["schedule", plan, "--json"]);
  const report = json(z.object({ items: z.array(z.unknown()), cycle: z.array(z.string()) }), out);
  expect([exit, report.items, report.cycle.toSorted()]).toEqual([1, [], ["a", "b"]]);
});

test("a file that is not there, and one that is no plan, are refused with a mend: exit 1", async () => {
  const gone = await run(["lint", join(folder, "gone.yaml"), "--json"]);
  expect([gone.exit, JSON.parse(gone.out)]).toMatchObject([1, { refused: { mend: "Check the path." } }]);
  const broken = await run(["schedule", file("broken.yaml", "uptake: 1\nplan: { id: p }\n")]);
  expect([broken.exit, broken.out]).toEqual([1, ""]);
  expect(broken.said).toContain("line 2, column 1: plan.title");
});

test("stats reads its input from stdin", async () => {
  const { exit, out } = await run(["stats", "rate"], '{"count":3,"exposure":10}');
  expect([exit, JSON.parse(out)]).toMatchObject([0, { rate: 0.3 }]);
  expect((await run(["stats", "rate"], "{")).exit).toBe(1);
});

test("the demo plan keeps its milestones: delivery before the first go-live, the second after it", async () => {
  const dated = z.object({ items: z.array(z.object({ id: z.string(), finish: z.string() })) });
  const { items } = json(dated, (await run(["schedule", demo, "--json"])).out);
  const finish = (id: string) => items.find((item) => item.id === id)?.finish.slice(0, 10) ?? "";
  expect(finish("delivery-check") <= "2026-11-09").toBe(true);
  expect(finish("release-sales").slice(0, 10)).toBe("2026-11-16");
  expect(finish("release-service").slice(0, 10)).toBe("2026-11-30");
  expect(readFileSync(demo, "utf8")).toContain("2026-11-06");
});
