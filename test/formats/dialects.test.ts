import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Step } from "#domain/plan/plan";
import { readFile } from "#formats/read-file";

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`dialects/${name}`, import.meta.url)));

async function read(name: string, bytes = fixture(name)) {
  const found = await readFile({ name, bytes, format: null });
  if (found.kind === "refused") throw new Error(found.findings.map(({ message }) => message).join("\n"));
  return { steps: found.plan.steps, notes: found.notes.map(({ line, message }) => `${line} ${message}`) };
}

const after = ({ id, after: list }: Step) =>
  `${id}: ${list.map(({ step, type, lag }) => `${step} ${type} ${lag}`).join(", ")}`;

describe("M92 the exports of other tools are understood as they come", () => {
  test("Jira, all fields: columns that repeat, links at either end, parents by number, dates with a month's name", async () => {
    const { steps, notes } = await read("jira.csv");
    expect(steps.map(({ id, key, parent, start, duration }) => [id, key, parent, start, duration])).toEqual([
      ["CRM-1", "CRM-1", null, null, null],
      ["CRM-2", "CRM-2", "CRM-1", "2026-11-23", "3d"],
      ["CRM-3", "CRM-3", "CRM-1", "2026-11-26", "2d"],
      ["CRM-4", "CRM-4", "CRM-3", null, null],
    ]);
    expect(steps.map(after)).toEqual(["CRM-1: ", "CRM-2: ", "CRM-3: CRM-2 FS 0", "CRM-4: CRM-2 FS 0, CRM-3 FS 0"]);
    expect(steps[1]?.description).toBe("*Bold* text, with comma\nand a second line");
    expect(notes[0]).toMatch(/^1 Columns not read: Issue Type, Project key, .* and 5 more\.$/);
  });

  test("Asana: e-mail before name, sections as phases, dependencies by title at either end", async () => {
    const { steps } = await read("asana.csv");
    expect(
      steps.map(({ title, owner, phase, parent, start, duration }) => [title, owner, phase, parent, start, duration]),
    ).toEqual([
      ["Freeze edits", "ana@example.com", "Prepare", null, "2026-11-23", "3d"],
      ["Export records", "ben@example.com", "Prepare", null, "2026-11-26", "2d"],
      ["Load records", null, "Launch", null, "2026-12-01", "1d"],
      ["Tell people", "ana@example.com", null, "1209000000000003", null, null],
    ]);
    expect(steps.map((step) => step.after.map(({ step: id }) => id.slice(-1)).join())).toEqual(["", "1", "2", "2"]);
  });

  test("ClickUp: instants as text, people in brackets, parents by id, estimates only without dates", async () => {
    const { steps, notes } = await read("clickup.csv");
    expect(steps).toMatchObject([
      { id: "86a1aaaaa", owner: "Ana Example", start: "2026-11-23", duration: "3d", parent: null, phase: "Prepare" },
      { id: "86a1bbbbb", owner: "Ben", start: "2026-11-26", duration: "2d", parent: "86a1aaaaa" },
    ]);
    expect(notes.at(-1)).toBe("3 A step has one owner: Ben was kept, Ana Example left out.");
  });

  test("Smartsheet: groups by indent, predecessors by row with empty rows counted, a finish that tells the month", async () => {
    const { steps } = await read("smartsheet.csv");
    expect(steps.map(({ id, parent, start }) => `${parent ?? ""}>${id} ${start}`)).toEqual([
      ">prepare 2026-11-23",
      "prepare>freeze-edits 2026-11-23",
      "prepare>export-records 2026-11-26",
      ">launch 2026-11-30",
      "launch>load-records 2026-11-30",
      "launch>open-the-gate 2026-12-03",
    ]);
    expect(steps.slice(-2).map(after)).toEqual([
      "load-records: export-records FS 2d",
      "open-the-gate: load-records SS -1d, export-records FF 0",
    ]);
  });

  test("MS Project text: outline levels, guesses and elapsed months, lags in days and percent, a weekday that tells the month", async () => {
    const { steps, notes } = await read("msproject.txt");
    expect(steps.map(({ id, parent, title, duration, start }) => [id, parent, title, duration, start])).toEqual([
      ["1", null, "Prepare", "5d", "2026-01-12"],
      ["2", "1", "Freeze edits", "5d", "2026-01-12"],
      ["3", "1", "Wait for licences", "60ed", "2026-01-12"],
      ["4", null, "Launch", "3w", "2026-03-16"],
    ]);
    expect(steps.slice(2).map(after)).toEqual(["3: 2 SS -50%", "4: 2 FS 3d, 3 SS 1d"]);
    expect(notes).toContain("6 This row is not active and was left out.");
  });

  test("monday.com: a name above each group, headings again below it, a row of sums that is no step", async () => {
    const { steps, notes } = await read("monday.csv");
    expect(steps.map(({ title, phase, owner }) => [title, phase, owner])).toEqual([
      ["Freeze edits", "Prepare", "Ana Example"],
      ["Export records", "Prepare", "Ben"],
      ["Load records", "Launch", "Ben"],
    ]);
    expect(notes).toContain("6 This row has no title and was not read: 2026-11-23 to 2026-11-27");
  });

  test.each([
    ["UTF-8", (text: Buffer) => text],
    ["Windows-1252", (text: Buffer) => Buffer.from(text.toString("utf8"), "latin1")],
    ["UTF-16", (text: Buffer) => Buffer.from(`\uFEFF${text.toString("utf8")}`, "utf16le")],
    ["UTF-16 without a mark", (text: Buffer) => Buffer.from(text.toString("utf8"), "utf16le")],
  ])("German Excel in %s: semicolons, decimal commas, EA and AA", async (_, encode) => {
    const { steps } = await read("excel-german.csv", new Uint8Array(encode(Buffer.from(fixture("excel-german.csv")))));
    expect(steps.map(({ owner, duration }) => [owner, duration])).toEqual([
      ["Jörg", "3d"],
      ["Änne", "1.5w"],
      [null, "0d"],
    ]);
    expect(steps.map(after).slice(1)).toEqual(["2: 1 FS 2d", "3: 2 SS -1d"]);
  });
});
