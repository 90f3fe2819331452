import { readPeople } from "#formats/people";
import { readTickets } from "#formats/tickets";
import { describe, expect, test } from "vitest";

const plan = { waves: [{ id: "sales" }, { id: "service" }], zone: "Europe/London" };
const ana = { person: "ana@example.com", wave: "sales", department: "North", accessAt: null, leftAt: null };

describe("M71 the list of people", () => {
  test.each([
    [
      "CSV with a byte order mark and carriage returns",
      "\uFEFFperson,wave,department\r\nana@example.com,sales,North\r\n\r\n",
    ],
    ["the columns of another system", "Email,Team,wave\nana@example.com,North,sales\n"],
    ["JSON lines", '{"person":"ana@example.com","wave":"sales","department":"North","access":null}\n'],
    ["a JSON array", '[{"user":"ana@example.com","wave":"sales","team":"North"}]'],
  ])("reads %s", (_, text) => {
    expect(readPeople(text, plan)).toEqual({ lines: [ana], refused: [] });
  });

  test("a day begins at midnight on the plan's clocks", () => {
    const { lines } = readPeople("person,access_at,leftAt\nana,2026-07-01,2026-07-02T12:00:00+02:00\n", plan);
    expect(lines).toMatchObject([
      { accessAt: Date.parse("2026-06-30T23:00:00Z"), leftAt: Date.parse("2026-07-02T10:00:00Z") },
    ]);
  });

  test("whoever is listed without a wave belongs to the only one there is, and to none of several", () => {
    const wave = (waves: readonly { id: string }[]) => readPeople("person\nana\n", { ...plan, waves }).lines[0]!.wave;
    expect([wave([]), wave([{ id: "sales" }]), wave(plan.waves)]).toEqual(["", "sales", ""]);
  });

  test("names the line of what it cannot read", () => {
    const text = "person,wave,access\nana,sales,yesterday\nben,nowhere,\ncat,sales,\n";
    const { lines, refused } = readPeople(text, plan);
    expect(lines.map(({ person }) => person)).toEqual(["cat"]);
    expect(refused.map(({ line }) => line)).toEqual([2, 3]);
    expect(readPeople("wave\nsales\n", plan).refused).toEqual([{ line: 1, reason: "Column missing: person." }]);
    expect(readPeople("{oops", plan).refused).toEqual([{ line: 1, reason: "This is not JSON." }]);
  });
});

describe("M42 a list of tickets", () => {
  const read = { id: "HD-1", person: "ana", at: "2026-03-17T09:12:00Z", process: "order", plan: "crm", kind: "ticket" };

  test.each([
    ["as a help desk exports it", "Key,Reporter,Created,Component,Status\nHD-1,ana,2026-03-17T09:12:00Z,order,Open\n"],
    [
      "as usage events",
      '{"id":"HD-1","plan":"crm","person":"ana","at":"2026-03-17T09:12:00Z","kind":"ticket","process":"order"}',
    ],
  ])("reads it %s", (_, text) => {
    const { events, bad } = readTickets(text, "crm");
    expect(bad).toEqual([]);
    expect(events.map(({ event }) => event)).toMatchObject([read]);
  });

  test("H7 says what each was about in the help desk's own words, and refuses none whose word says nothing", () => {
    const text = [
      "Key,Reporter,Created,Type,Request Type,Resolution",
      "HD-1,ana,2026-03-17T09:12:00Z,Incident,Access request,Done",
      "HD-2,ana,2026-03-17T09:12:00Z,Bug,Other,",
      "HD-3,ana,2026-03-17T09:12:00Z,Task,Other,",
      "HD-4,ana,2026-03-17T09:12:00Z,Bug,,Duplicate",
    ].join("\n");
    const { events, bad } = readTickets(text, "crm");
    expect(bad).toEqual([]);
    expect(events.map(({ event }) => event.category)).toEqual(["access", "defect", undefined, "duplicate"]);
  });

  test("a ticket without a time is named by its line", () => {
    expect(readTickets("id,person,at\nHD-1,ana,\n", "crm").bad).toMatchObject([{ line: 2 }]);
  });
});
