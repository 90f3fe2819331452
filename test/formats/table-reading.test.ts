import { describe, expect, test } from "vitest";
import { csvSheets } from "#formats/csv";
import type { ReadResult } from "#formats/read-result";
import type { TableChoices } from "#formats/table/layout";
import { noChoices } from "#formats/table/layout";
import { readSheets } from "#formats/table/sheets";

function readCsv(text: string, choices: TableChoices = noChoices): ReadResult {
  const read = csvSheets(text, "p.csv");
  return read.kind === "refused" ? read : readSheets(read, "p.csv", choices);
}

function stepsOf(text: string, choices: TableChoices = noChoices) {
  const read = readCsv(text, choices);
  if (read.kind === "refused") throw new Error(read.findings.map(({ message }) => message).join("\n"));
  return read.plan.steps;
}

const notesOf = (text: string) => {
  const read = readCsv(text);
  return read.kind === "read" ? read.notes.map(({ line, message }) => `${line} ${message}`) : read.findings;
};

describe("M5 M92 which number is the day", () => {
  test.each([
    ["a number above 12", "03/02/2026\n25/02/2026", "2026-02-03"],
    ["a number above 12 in the middle", "03/02/2026\n02/25/2026", "2026-03-02"],
    ["a weekday", "Tue 03/02/2026\n04/02/2026", "2026-02-03"],
    ["a weekday of the other order", "Mon 03/02/2026\n04/02/2026", "2026-03-02"],
    ["dots", "03.02.2026\n04.02.2026", "2026-02-03"],
  ])("%s tells for the whole table", (_, days, first) => {
    const [one, two] = days.split("\n");
    expect(stepsOf(`Title,Start\nA,${one}\nB,${two}\n`)[0]?.start).toBe(first);
  });

  test("a finish before its start tells", () => {
    expect(stepsOf("Title,Start,Finish\nA,03/02/2026,02/04/2026\n")[0]?.start).toBe("2026-02-03");
  });

  test("a heading tells", () => {
    expect(stepsOf("Title,Start (mm/dd/yyyy)\nA,03/02/2026\n")[0]?.start).toBe("2026-03-02");
  });

  test("nothing tells: refused at the first such line, until somebody says it", () => {
    const text = "Title,Start\nA,05/05/2026\nB,03/02/2026\n";
    expect(readCsv(text)).toMatchObject({
      kind: "refused",
      findings: [
        { line: 3, message: expect.stringContaining("03/02/2026"), mend: expect.stringContaining("--days day-first") },
      ],
    });
    expect(stepsOf(text, { ...noChoices, days: "month-first" })[1]?.start).toBe("2026-03-02");
    expect(stepsOf("Title,Start\nA,05/05/2026\n")[0]?.start).toBe("2026-05-05");
  });
});

test.each([
  ["21/Nov/26 3:04 PM", "2026-11-21T15:04"],
  ["21/Nov/26 12:00 AM", "2026-11-21"],
  ["Nov 21, 2026", "2026-11-21"],
  ["November 21st 2026", "2026-11-21"],
  ["Sat 21 November '26", "2026-11-21"],
  ["21. Nov. 2026", "2026-11-21"],
  ["21 août 2026", "2026-08-21"],
  ["Mon 11/23/26 8:00 AM", "2026-11-23T08:00"],
  ["2026/11/21", "2026-11-21"],
  ["2026-11-21 00:00:00", "2026-11-21"],
  ["2026-11-21T08:30:00.000Z", "2026-11-21T08:30"],
  ["46347", "2026-11-21"],
])("M5 the day %s is %s", (cell, day) => {
  expect(stepsOf(`Title;Start\nA;${cell}\n`)[0]?.start).toBe(day);
});

test.each(["soon", "32/13/2026", "2026-02-30", "Q3", "21/Nov/26 25:00"])(
  "M5 %s is no day and is refused with its line",
  (cell) => {
    expect(readCsv(`Title;Start\nA;\nB;${cell}\n`)).toMatchObject({ kind: "refused", findings: [{ line: 3 }] });
  },
);

test.each([
  ["5 days?", "5d"],
  ["3 wks", "3w"],
  ["2 emons", "60ed"],
  ["1 mon", "20d"],
  ["~3d", "3d"],
  ["e3d", "3ed"],
  ["1w 2d 4 hours", "1w 2d 4h"],
  ["2,5 Tage", "2.5d"],
  ["3", "3d"],
])("M3 the duration %s is %s", (cell, duration) => {
  expect(stepsOf(`Title;Duration\nA;${cell}\n`)[0]?.duration).toBe(duration);
});

test("M3 bare numbers count what the heading says", () => {
  expect(stepsOf("Title,Duration (hours)\nA,3\n")[0]?.duration).toBe("3h");
  expect(stepsOf("Summary,Issue key,Original estimate\nA,CRM-1,28800\n")[0]?.duration).toBe("8h");
});

test.each([
  ["3FS+2d", "3 FS 2d"],
  ["5SS -1d", "5 SS -1d"],
  ["2fs", "2 FS 0"],
  ["5;3", "5 FS 0, 3 FS 0"],
  ["5,3", "5 FS 0, 3 FS 0"],
  ["5FS+3 days;3SS-50%", "5 FS 3d, 3 SS -50%"],
  ["3FS+1,5 days,5", "3 FS 1.5d, 5 FS 0"],
  ["3FF+2 ehrs", "3 FF 2eh"],
  ["Migrate, then load, 5", "m FS 0, 5 FS 0"],
])("M6 the predecessors %s are understood", (cell, said) => {
  const steps = stepsOf(`ID\tTitle\tPredecessors\n2\tB\t\n3\tC\t\n5\tE\t\nm\tMigrate, then load\t\nx\tX\t${cell}\n`);
  expect(
    steps
      .at(-1)
      ?.after.map(({ step, type, lag }) => `${step} ${type} ${lag}`)
      .join(", "),
  ).toBe(said.replace(/^2 FS 0$/, "2 FS 0"));
});

describe("M92 WBS numbers are text", () => {
  test("3.10 is not 3.1", () => {
    const steps = stepsOf("WBS,Title,Predecessors\n3,A,\n3.1,B,\n3.10,C,3.1\n");
    expect(steps.map(({ id, parent }) => [id, parent])).toEqual([
      ["3", null],
      ["3.1", "3"],
      ["3.10", "3"],
    ]);
    expect(steps[2]?.after[0]?.step).toBe("3.1");
  });

  test("a 3.10 that a spreadsheet made 3.1 is given its zero back, and the note says so", () => {
    const rows = Array.from({ length: 11 }, (_, at) => `${at === 9 ? "3.1" : `3.${at + 1}`},T${at + 1}`);
    const text = `WBS,Title\n3,A\n${rows.join("\n")}\n`;
    expect(stepsOf(text)[10]?.id).toBe("3.10");
    expect(notesOf(text)).toEqual([expect.stringContaining("12 The second 3.1 was read as 3.10")]);
  });
});

describe("M92 rows that are not quite rows", () => {
  test("headings again on every page, wider rows, totals and a preamble", () => {
    const text = "Plan of 2026\n\nTitle,Owner\nA,Ana\nTitle,Owner\nB,Ben,late,\n,total 2\n";
    expect(stepsOf(text).map(({ title, owner }) => [title, owner])).toEqual([
      ["A", "Ana"],
      ["B", "Ben"],
    ]);
    expect(notesOf(text)).toEqual([
      "6 This row has more cells than there are headings; the cells beyond were not read.",
      "7 This row has no title and was not read: total 2",
    ]);
  });

  test("a group that is no row, and a finish that is no day, are said and left out", () => {
    expect(notesOf("Title,Parent,Start,Finish\nA,Nowhere,2026-03-02,whenever\nB,A,,\n")).toEqual([
      '2 "Nowhere", the group of a, is no row of this table; it was left out.',
      '2 "whenever" is no day; the finish was left out.',
    ]);
  });

  test("a finish alone, or with a duration, is counted back over weekdays", () => {
    const steps = stepsOf("Title,Due date,Duration\nA,2026-03-09,3d\nB,2026-03-09,\n");
    expect(steps.map(({ start, duration }) => [start, duration])).toEqual([
      ["2026-03-05", "3d"],
      ["2026-03-09", "1d"],
    ]);
  });

  test("headings named after what every object has are names like any other", () => {
    const steps = stepsOf("__proto__,constructor,Title,toString\nx,y,A,z\n");
    expect(steps).toMatchObject([{ id: "a", title: "A" }]);
    expect(Object.prototype).not.toHaveProperty("x");
  });
});
