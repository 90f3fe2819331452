import { describe, expect, test } from "vitest";
import { readFile } from "#formats/read-file";
import { readGrid } from "#formats/read-grid";
import { noChoices } from "#formats/table/layout";
import { textRow, workbook, zip } from "../support/workbook";

async function read(bytes: Uint8Array, sheet: string | null = null) {
  const found = await readFile({ name: "p.xlsx", bytes, format: null, choices: { ...noChoices, sheet } });
  if (found.kind === "refused") throw new Error(found.findings.map(({ message }) => message).join("\n"));
  return { steps: found.plan.steps, risks: found.plan.risks, notes: found.notes.map(({ message }) => message) };
}

const heading = textRow(1, ["WBS", "Task", "Start", "Duration", "Done"]);

describe("M92 a workbook as people keep it", () => {
  test("headings below a cover, the sheet with most known columns, another on demand", async () => {
    const bytes = workbook({
      sheets: [
        { name: "Read me", rows: textRow(1, ["Title", "This is the plan"]) },
        {
          name: "Plan",
          rows:
            textRow(1, ["Rollout"]) +
            textRow(4, ["", "Task", "Owner", "Duration"]) +
            textRow(5, ["", "Freeze", "Ana", "2d"]),
        },
        { name: "Old plan", rows: textRow(1, ["Task", "Owner", "Start"]) + textRow(2, ["Export", "Ben", ""]) },
      ],
    });
    const found = await read(bytes);
    expect(found.steps).toMatchObject([{ title: "Freeze", owner: "Ana", duration: "2d" }]);
    expect(found.notes).toEqual(['Read from "Plan"; "Old plan" also looks like a table of steps.']);
    expect((await read(bytes, "Old plan")).steps).toMatchObject([{ title: "Export" }]);
    const grid = await readGrid({ name: "p.xlsx", bytes, format: null });
    expect(grid).toMatchObject({
      sheet: "Plan",
      heading: 4,
      sheets: [{ name: "Read me" }, { name: "Plan" }, { name: "Old plan" }],
    });
    const other = await readFile({ name: "p.xlsx", bytes, format: null, choices: { ...noChoices, sheet: "None" } });
    expect(other).toMatchObject({ kind: "refused", findings: [{ mend: 'It has "Read me", "Plan", "Old plan".' }] });
  });

  test.each([
    ["1900", false, 46_083],
    ["1904", true, 44_621],
  ])("days as serial numbers since %s, with a time where there is one", async (_, date1904, serial) => {
    const rows = `${heading}<row r="2"><c r="B2" t="inlineStr"><is><t>A</t></is></c><c r="C2" s="1"><v>${serial}</v></c></row><row r="3"><c r="B3" t="inlineStr"><is><t>B</t></is></c><c r="C3" s="5"><v>${serial + 1 / 3}</v></c></row>`;
    const { steps } = await read(workbook({ sheets: [{ name: "P", rows }], date1904 }));
    expect(steps.map(({ start }) => start)).toEqual(["2026-03-02", "2026-03-02T08:00"]);
  });

  test("results of formulas, numbers, truths and errors", async () => {
    const rows = `${heading}<row r="2"><c r="A2"><v>1.1000000000000001</v></c><c r="B2" t="str"><f>A1</f><v>Made up</v></c><c r="D2"><f>1+1</f><v>2</v></c><c r="E2" t="b"><v>1</v></c></row><row r="3"><c r="B3" t="inlineStr"><is><t>B</t></is></c><c r="D3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`;
    const { steps, notes } = await read(workbook({ sheets: [{ name: "P", rows }] }));
    expect(steps.map(({ id, title, duration }) => [id, title, duration])).toEqual([
      ["1.1", "Made up", "2d"],
      ["b", "B", null],
    ]);
    expect(notes).toEqual([
      'Cells of "P" with an error, or a formula whose result was not saved, were read as empty: 1.',
      "Columns not read: Done.",
    ]);
  });

  test("a phase merged over its steps, groups by outline of rows, by indent of cells", async () => {
    const merged =
      textRow(1, ["Phase", "Task"]) + textRow(2, ["Prepare", "A"]) + textRow(3, ["", "B"]) + textRow(4, ["", "C"]);
    const rest = '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>';
    const one = await read(workbook({ sheets: [{ name: "P", rows: merged, rest }] }));
    expect(one.steps.map(({ phase }) => phase)).toEqual(["Prepare", "Prepare", null]);
    const grouped =
      textRow(1, ["Task"]) + textRow(2, ["A"]) + textRow(3, ["B"], ' outlineLevel="1"') + textRow(4, ["C"]);
    const two = await read(workbook({ sheets: [{ name: "P", rows: grouped }] }));
    expect(two.steps.map(({ parent }) => parent)).toEqual([null, "a", null]);
    const cell = (row: number, style: number, text: string) =>
      `<row r="${row}"><c r="A${row}" s="${style}" t="inlineStr"><is><t>${text}</t></is></c></row>`;
    const indented = textRow(1, ["Task"]) + cell(2, 0, "A") + cell(3, 2, "B") + cell(4, 3, "C") + cell(5, 2, "D");
    const three = await read(workbook({ sheets: [{ name: "P", rows: indented }] }));
    expect(three.steps.map(({ parent }) => parent)).toEqual([null, "a", "b", "a"]);
  });

  test("a colour whose meaning no cell says is not read, and that is said", async () => {
    const coloured = (row: number, text: string, style: number) =>
      `<row r="${row}"><c r="A${row}" t="inlineStr"><is><t>${text}</t></is></c><c r="B${row}" s="${style}" t="inlineStr"><is><t>x</t></is></c></row>`;
    const rows = textRow(1, ["Task", "Owner"]) + coloured(2, "A", 4) + coloured(3, "B", 0) + coloured(4, "C", 0);
    const { notes } = await read(workbook({ sheets: [{ name: "P", rows }] }));
    expect(notes).toContain(
      'Some cells of "P" are coloured, and no cell says what the colours mean; a status they stand for is lost.',
    );
    const plain = textRow(1, ["Task", "Owner"]) + coloured(2, "A", 0);
    expect((await read(workbook({ sheets: [{ name: "P", rows: plain }] }))).notes).toEqual([]);
  });

  test("a colour with a legend is the status it stands for", async () => {
    const cell = (at: string, text: string, style: number) =>
      `<c r="${at}" s="${style}"${text === "" ? "/>" : ` t="inlineStr"><is><t>${text}</t></is></c>`}`;
    const legend = { name: "Legend", rows: `<row r="1">${cell("A1", "", 4)}${cell("B1", "Done", 0)}</row>` };
    const done = async (heading: readonly string[], cells: string) => {
      const rows = `${textRow(1, heading)}<row r="2">${cells}</row>${textRow(3, ["B", "Ben"])}`;
      const { steps, notes } = await read(workbook({ sheets: [{ name: "P", rows }, legend] }));
      return [steps.map(({ progress }) => progress?.percent ?? null), notes];
    };
    const inColumn = cell("A2", "A", 0) + cell("B2", "Ana", 0) + cell("C2", "", 4);
    expect(await done(["Task", "Owner", "Status"], inColumn)).toEqual([[100, null], []]);
    expect(await done(["Task", "Owner"], cell("A2", "A", 4) + cell("B2", "Ana", 0))).toEqual([[100, null], []]);
  });

  test("what is hidden is read only when asked for, or when there is nothing else", async () => {
    const sheets = [
      {
        name: "Old",
        rows: textRow(1, ["Task", "Owner", "Duration"]) + textRow(2, ["Gone", "Ana", "1d"]),
        isHidden: true,
      },
      { name: "Plan", rows: textRow(1, ["Task", "Owner"]) + textRow(2, ["Load", "Ben"]) },
    ];
    const titles = async (bytes: Uint8Array, sheet: string | null = null) =>
      (await read(bytes, sheet)).steps.map(({ title }) => title);
    expect(await titles(workbook({ sheets }))).toEqual(["Load"]);
    expect((await read(workbook({ sheets }))).notes).toEqual([]);
    expect(await titles(workbook({ sheets }), "Old")).toEqual(["Gone"]);
    expect(await titles(workbook({ sheets: sheets.slice(0, 1) }))).toEqual(["Gone"]);
  });

  test("M75 the register of risks beside the steps comes along, its closed risks do not", async () => {
    const register =
      textRow(2, ["Risk", "Likelihood", "Impact", "Status"]) +
      textRow(3, ["Poor data quality", "High (3)", "Low (1)", "Open"]) +
      textRow(4, ["Budget overrun", "Low (1)", "Low (1)", "Closed"]);
    const bytes = workbook({
      sheets: [
        { name: "Plan", rows: textRow(1, ["Task", "Owner"]) + textRow(2, ["A", "Ana"]) },
        { name: "RAID", rows: register },
      ],
    });
    const { risks, notes } = await read(bytes);
    expect(risks).toMatchObject([{ title: "Poor data quality", likelihood: 5, impact: 1, tag: "pre-delivery" }]);
    expect(notes.slice(0, 2)).toEqual([
      'Sheet "RAID": 1 closed risks were left out.',
      'Sheet "RAID": 1 risks say no phase and were tagged pre-delivery.',
    ]);
  });
});

describe("a workbook made to hurt is refused, at once and without filling the memory", () => {
  const refused = async (bytes: Uint8Array) => {
    const found = await readFile({ name: "p.xlsx", bytes, format: null });
    return found.kind === "refused" ? (found.findings[0]?.message ?? "") : "read";
  };

  test.each([
    ["a row that says it is number one billion", '<row r="1000000000"><c r="A1000000000"><v>1</v></c></row>'],
    ["rows and columns to the last cell", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'],
    ["rows that go backwards", '<row r="5"/><row r="2"/>'],
    ["a column of four letters", '<row r="1"><c r="ZZZZ1"><v>1</v></c></row>'],
  ])("%s", async (_, rows) => {
    expect(await refused(workbook({ sheets: [{ name: "P", rows }] }))).toContain("more rows or columns");
  });

  test("a sheet that unpacks to gigabytes, and one that says it does not", async () => {
    const files = [["xl/worksheets/sheet1.xml", Buffer.alloc(60 * 1024 * 1024)]] as const;
    expect(await refused(zip(files))).toContain("larger");
    expect(await refused(zip(files, 1000))).toContain("damaged");
  });

  test("entities of its own, in the sheet or in the list of sheets", async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>';
    const plain = workbook({ sheets: [{ name: "P", rows: heading }] });
    expect((await read(plain)).steps).toEqual([]);
    expect(
      await refused(
        zip([
          ["xl/workbook.xml", bomb],
          ["xl/_rels/workbook.xml.rels", bomb],
        ]),
      ),
    ).toContain("damaged");
  });

  test("an archive of something else, half an archive, and none", async () => {
    expect(await refused(zip([["a.txt", "hello"]]))).toContain("damaged");
    const whole = workbook({ sheets: [{ name: "P", rows: heading }] });
    expect(await refused(whole.slice(0, whole.length / 2))).toContain("not an Excel workbook");
    expect(await refused(new Uint8Array([1, 2, 3]))).toContain("not an Excel workbook");
  });
});
