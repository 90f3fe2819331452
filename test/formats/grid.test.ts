import { describe, expect, test } from "vitest";
import type { Grid } from "#formats/read-grid";
import { readGrid } from "#formats/read-grid";
import { readFile } from "#formats/read-file";
import type { TableChoices } from "#formats/table/layout";
import { noChoices } from "#formats/table/layout";

const text = "Rollout;;;\n\nNr;Arbeitspaket;Wer;Ab\n1;Freeze;Ana;03/02/2026\n2;Export;Ben;05/02/2026\n";
const file = { name: "plan.csv", bytes: new TextEncoder().encode(text), format: null };

async function gridOf(choices: TableChoices = noChoices): Promise<Grid> {
  const grid = await readGrid(file, choices);
  if (grid?.kind !== "grid") throw new Error("no grid");
  return grid;
}

describe("a table before it is a plan", () => {
  const said: TableChoices = { ...noChoices, heading: 3, fields: ["id", "title", "owner", "start"] };

  test("M92 what no heading says is asked, with the first lines to choose from", async () => {
    const grid = await gridOf();
    expect(grid).toMatchObject({ heading: null, questions: [{ kind: "title" }] });
    expect(grid.top[2]).toEqual({ line: 3, cells: ["Nr", "Arbeitspaket", "Wer", "Ab"] });
    expect(await readFile(file)).toMatchObject({ kind: "refused" });
  });

  test("M92 columns named by a person, with samples, and days nobody can tell apart asked", async () => {
    const grid = await gridOf(said);
    expect(grid.columns[1]).toEqual({ heading: "Arbeitspaket", field: "title", samples: ["Freeze", "Export"] });
    expect(grid).toMatchObject({ steps: 2, questions: [{ kind: "days", samples: ["03/02/2026", "05/02/2026"] }] });
    expect(await readFile({ ...file, choices: said })).toMatchObject({ kind: "refused", findings: [{ line: 4 }] });
  });

  test.each([
    ["day-first", "2026-02-03"],
    ["month-first", "2026-03-02"],
  ] as const)("M92 read %s, the answer makes the plan", async (days, start) => {
    expect((await gridOf({ ...said, days })).questions).toEqual([]);
    const read = await readFile({ ...file, choices: { ...said, days } });
    expect(read).toMatchObject({ kind: "read", plan: { steps: [{ id: "1", owner: "Ana", start }, { id: "2" }] } });
  });

  test("formats that are no tables have no grid", async () => {
    expect(await readGrid({ name: "p.yaml", bytes: new TextEncoder().encode("uptake: 1"), format: null })).toBeNull();
  });
});
