import { describe, expect, test } from "vitest";
import { readFile } from "#formats/read-file";
import { writeFile } from "#formats/write-file";

async function read(...lines: readonly string[]) {
  const found = await readFile({ name: "p.csv", bytes: new TextEncoder().encode(lines.join("\n")), format: null });
  if (found.kind === "refused") throw new Error(found.findings.map(({ message }) => message).join("\n"));
  return { steps: found.plan.steps, notes: found.notes.map(({ line, message }) => `${line} ${message}`) };
}

describe("M92 tables as people keep them", () => {
  test.each([
    ["Step #", "id"],
    ["Action item", "title"],
    ["Responsible person", "owner"],
    ["Planned start date", "start"],
    ["Planned duration", "duration"],
    ["Depends on step", "after"],
  ] as const)("a heading that says %s says %s", async (heading, field) => {
    const row = { id: "7", title: "Load", owner: "Ana", start: "2026-03-02", duration: "2d", after: "6" };
    const usual = { id: "ID", title: "Title", owner: "Owner", start: "Start", duration: "Duration", after: "After" };
    const headings = Object.values({ ...usual, [field]: heading }).join();
    const { steps } = await read(headings, "6,Export,,,,", Object.values(row).join());
    const [, step] = steps;
    expect(step).toMatchObject({ ...row, after: [{ step: "6" }] });
  });

  test("a list of what, who and by when is a plan", async () => {
    const { steps } = await read("What,Who,By when", "Order chairs,Ana,Friday 6 March 2026");
    expect(steps).toMatchObject([{ title: "Order chairs", owner: "Ana", start: "2026-03-06", duration: "1d" }]);
  });

  test("where nothing else names the step, what describes it does", async () => {
    const { steps } = await read("No,Description,Owner", "1,Order chairs,Ana");
    expect(steps).toMatchObject([{ id: "1", title: "Order chairs", description: "" }]);
  });

  test("French, Spanish and Italian MS Project: headings, units and kinds of links", async () => {
    const french = await read("N°;Tâche;Durée;Prédécesseurs", "1;Préparer;2 sem.;", "2;Former;1 jour;1DD+2 jours");
    expect(french.steps[0]?.duration).toBe("2w");
    expect(french.steps[1]?.after).toEqual([{ step: "1", type: "SS", lag: "2d" }]);
    const spanish = await read("Id,Nombre de tarea,Duración,Predecesoras", "1,A,2 días,", "2,B,1 día,1CF-1 día");
    expect(spanish.steps[1]?.after).toEqual([{ step: "1", type: "SF", lag: "-1d" }]);
    const italian = await read("Id,Nome attività,Durata,Predecessori", "1,A,2 giorni,", "2,B,1 settimana,1FI");
    expect(italian.steps.map(({ duration }) => duration)).toEqual(["2d", "1w"]);
    expect(italian.steps[1]?.after).toEqual([{ step: "1", type: "FS", lag: "0" }]);
  });

  test("a row that only sums up is no step, and one that is owned is", async () => {
    const { steps, notes } = await read("Title,Owner,Duration", "A,Ana,2d", "Total,,2d", "Sum,Ben,1d");
    expect(steps.map(({ title }) => title)).toEqual(["A", "Sum"]);
    expect(notes).toEqual(["3 This row sums up the others and was left out."]);
  });

  test("Trello: cards, members with their handles, lists as phases", async () => {
    const { steps, notes } = await read(
      "Card ID,Card Name,Card Description,Members,Due Date,List Name,Start Date",
      '65a1,Book the hall,For 40,"Ana Silva (anas), Ben Kay (benk)",2026-03-06T12:00:00.000Z,To do,2026-03-02T08:00:00.000Z',
    );
    expect(steps).toMatchObject([
      {
        id: "65a1",
        title: "Book the hall",
        owner: "Ana Silva",
        phase: "To do",
        start: "2026-03-02T08:00",
        duration: "5d",
      },
    ]);
    expect(notes).toContain("2 A step has one owner: Ana Silva was kept, Ben Kay left out.");
  });

  test("monday.com: subitems stand below headings of their own and belong to the item above", async () => {
    const { steps } = await read(
      "Moving",
      "Name,Subitems,Person,Timeline - Start,Timeline - End,Item ID",
      "Sign contract,Check terms,Ana,2026-03-09,2026-03-10,1",
      "Subitems,Name,Owner,Status,Item ID,",
      ",Check terms,Ben,Done,2,",
      "Pack,,Ana,,,3",
    );
    expect(steps.map(({ id, title, parent, owner }) => [id, title, parent, owner])).toEqual([
      ["1", "Sign contract", null, "Ana"],
      ["2", "Check terms", "1", "Ben"],
      ["3", "Pack", null, "Ana"],
    ]);
  });

  test("two people by name are two, a name turned round is one", async () => {
    const { steps } = await read("Title,Owner", 'A,"Ana Silva, Ben Kay"', 'B,"Silva, Ana"');
    expect(steps.map(({ owner }) => owner)).toEqual(["Ana Silva", "Silva, Ana"]);
  });

  test("a table of nothing but headings says so", async () => {
    expect((await read("Title,Owner")).notes).toEqual(["1 No row below the headings names a step."]);
  });
});

describe("M92 a step keeps its id when rows move", () => {
  test("steps of one title are told apart by where they belong", async () => {
    const rows = ["Test,Sales,Ana", "Test,Service,Ben", "Train,Sales,Ana"];
    const ids = async (body: readonly string[]) => {
      const { steps } = await read("Title,Phase,Owner", ...body);
      return new Map(steps.map(({ id, title, phase }) => [`${title} ${phase}`, id]));
    };
    const first = await ids(rows);
    expect(first.get("Test Service")).toBe("test-service");
    const moved = await ids([rows[2] ?? "", rows[1] ?? "", rows[0] ?? ""]);
    expect(moved).toEqual(first);
  });

  test("of MS Project's two numbers the one that stays is the id, and predecessors are found by the other", async () => {
    const { steps } = await read("ID,Unique ID,Task Name,Predecessors", "1,14,Pour,", "2,1,Cure,1FS+2d");
    expect(steps[1]).toMatchObject({ id: "1", after: [{ step: "14", type: "FS", lag: "2d" }] });
    const named = await read("ID,Unique ID,Task Name,Unique ID Predecessors", "1,14,Pour,", "2,1,Cure,14");
    expect(named.steps[1]?.after[0]?.step).toBe("14");
  });
});

describe("M6 what a table says of time beyond start and length", () => {
  test("MS Project's columns: a start that follows from predecessors is left to them, a constraint and a deadline are kept", async () => {
    const { steps } = await read(
      "ID,Task Name,Duration,Start,Finish,Predecessors,Constraint Type,Constraint Date,Deadline,% Complete",
      "1,Pour,2 days,2026-03-02,2026-03-03,,As Soon As Possible,NA,2026-03-13,50%",
      "2,Cure,1 day,2026-03-04,2026-03-04,1,As Soon As Possible,NA,NA,0%",
      "3,Sign,1 day,2026-03-05,2026-03-05,2,Finish No Later Than,2026-03-09,NA,0%",
    );
    expect(
      steps.map(({ start, constraint, deadline, progress }) => [start, constraint, deadline, progress?.percent]),
    ).toEqual([
      ["2026-03-02", null, "2026-03-13", 50],
      [null, null, null, undefined],
      ["2026-03-05", { kind: "finish-no-later-than", on: "2026-03-09" }, null, undefined],
    ]);
  });

  test("a deadline is when a step is due where no other column says that", async () => {
    const { steps } = await read("Task,Deadline", "Order,2026-03-06");
    expect(steps).toMatchObject([{ start: "2026-03-06", deadline: null }]);
  });

  test("shares of one are percent, and a status says what is done and no more", async () => {
    const { steps, notes } = await read("Task,Progress,Status", "A,0.5,Done", "B,1,", "C,0,In Review");
    expect(steps.map(({ progress }) => progress?.percent ?? null)).toEqual([50, 100, null]);
    expect(notes).toEqual([]);
    const byStatus = await read("Task,Status", "A,Done", "B,In Review", "C,To Do");
    expect(byStatus.steps.map(({ progress }) => progress?.percent ?? null)).toEqual([100, null, null]);
    expect(byStatus.notes).toEqual([`3 Of a status a plan keeps only that a step is done: "In Review" was left out.`]);
  });

  test("a day that lost its format is still a day, with its time", async () => {
    const { steps } = await read("Task,Start", "A,46083", "B,46083.375");
    expect(steps.map(({ start }) => start)).toEqual(["2026-03-02", "2026-03-02T09:00"]);
  });
});

test("M92 ids that are words of the language of a reader come back from a workbook", async () => {
  const csv =
    "ID,Title,Owner,Predecessors\n__proto__,__proto__,constructor,\nconstructor,toString,hasOwnProperty,__proto__\n";
  const first = await readFile({ name: "p.csv", bytes: new TextEncoder().encode(csv), format: null });
  if (first.kind === "refused") throw new Error("refused");
  const bytes = await writeFile(first.plan, "xlsx");
  const again = await readFile({ name: "p.xlsx", bytes, format: null });
  expect(again.kind === "read" && again.plan.steps).toEqual(first.plan.steps);
});
