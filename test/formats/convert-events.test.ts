import { describe, expect, test } from "vitest";
import { convertEvents, eventsCsv } from "#formats/convert-events";
import { readEventBatch } from "#formats/event-batch";
import { eventFields, guessColumns } from "#formats/event-columns";
import type { EventColumns } from "#formats/event-columns";
import { eventRows } from "#formats/event-rows";
import { readEventTime } from "#formats/event-time";

const read = (text: string, more: Partial<EventColumns> = {}) =>
  convertEvents(text, {
    columns: { ...guessColumns(eventRows(text).columns), ...more },
    plan: "crm",
    zone: "Europe/London",
  });

test("M93 a log of another system is understood by the names its columns have", () => {
  const text = "User E-mail;Created;Event Type;Screen\nana@example.com;2026-06-01 09:12;Transaction;orders\n";
  const { events, bad } = read(text);
  expect(bad).toEqual([]);
  expect(events).toMatchObject([
    { line: 2, event: { plan: "crm", person: "ana@example.com", at: "2026-06-01T08:12:00.000Z", kind: "transaction" } },
  ]);
  expect(events[0]?.event.process).toBe("orders");
});

test("M93 one value may stand for every line, and what is written anew is read the same", () => {
  const text = '{"user":"a","ts":1780000000,"what":"order, large"}\n{"user":"b","ts":1780000060,"what":"order"}\n';
  const kind = { kind: "always", value: "transaction" } as const;
  const columns = { kind, at: { kind: "column", column: "ts" }, process: { kind: "column", column: "what" } } as const;
  const { events } = read(text, columns);
  const again = readEventBatch(eventsCsv(events.map(({ event }) => event)), { plan: "crm" });
  expect(again.bad).toEqual([]);
  expect(again.events.map(({ event }) => event)).toEqual(events.map(({ event }) => event));
});

test("M93 lines without an id keep their name when the file is sent again, and differ from each other", () => {
  const text =
    "person,at,kind\na,2026-06-01T09:00:00Z,login\na,2026-06-01T09:01:00Z,login\nb,2026-06-01T09:00:00Z,login";
  const ids = () => read(text).events.map(({ event }) => event.id);
  expect(ids()).toEqual(ids());
  expect(new Set(ids()).size).toBe(3);
});

test("M93 what cannot be read is named by its line, also below a cell of several lines", () => {
  const text =
    'person,at,kind,process\na,2026-06-01 09:00,login,"x\ny"\n,2026-06-01 09:00,login,z\nb,01/06/2026,login,z';
  const { events, bad } = read(text);
  expect(events).toHaveLength(1);
  expect(bad.map(({ line }) => line)).toEqual([4, 5]);
  expect(read("person,at,kind\na,2026-06-01 09:00,clicked").bad[0]?.reason).toContain("kind");
});

test.each([
  ["2026-03-29T22:30:00Z", "2026-03-29T22:30:00.000Z"],
  ["2026-03-29 22:30:00+0200", "2026-03-29T20:30:00.000Z"],
  ["2026-07-01 09:00 UTC", "2026-07-01T09:00:00.000Z"],
  ["2026-07-01 9:00:30", "2026-07-01T08:00:30.000Z"],
  ["2026-01-05", "2026-01-05T00:00:00.000Z"],
  ["1780000000", "2026-05-28T20:26:40.000Z"],
  ["1780000000000", "2026-05-28T20:26:40.000Z"],
  ["2026-02-30 09:00", null],
  ["05/01/2026", null],
  ["yesterday", null],
])("M93 the time %s is %s in London", (text, instant) => {
  expect(readEventTime(text, "Europe/London")).toBe(instant);
});

describe("H7 what a ticket was about", () => {
  test("is read from a help desk's export, whose lines are tickets; what says nothing is counted and refused nowhere", () => {
    const lines = ["Bug,orders", "Access request,orders", "Misc,orders", ",orders", "Misc,orders", "Other,orders"];
    const rows = lines.map((line, at) => `HD-${at},ana,2026-06-01 09:1${at},${line}`);
    const { events, bad, unread } = read(["Issue key,Reporter,Created,Category,Component", ...rows].join("\n"));
    expect(bad).toEqual([]);
    expect(events.map(({ event }) => [event.kind, event.category, event.process])).toEqual([
      ["ticket", "defect", "orders"],
      ["ticket", "access", "orders"],
      ...[2, 3, 4, 5].map(() => ["ticket", undefined, "orders"]),
    ]);
    expect(unread).toEqual({ tickets: 3, words: ["Misc", "Other"] });
    const again = readEventBatch(eventsCsv(events.map(({ event }) => event)), { plan: "crm" });
    expect(again.events.map(({ event }) => event)).toEqual(events.map(({ event }) => event));
  });

  test("is nothing of a log of work: there a category is the process, or is not looked at", () => {
    expect(guessColumns(["user", "time", "event", "category"])).toMatchObject({
      process: { column: "category" },
      category: { kind: "none" },
    });
    const both = guessColumns(["user", "time", "event", "module", "category"]);
    expect(both).toMatchObject({ process: { column: "module" }, category: { column: "category" } });
    const { events, bad, unread } = read(
      "user,time,event,module,category\na,2026-06-01 09:00,transaction,orders,Sales\n",
    );
    expect([bad, unread.tickets, events[0]?.event.category]).toEqual([[], 0, undefined]);
  });

  test("is guessed in a list by the type of a ticket where nothing says more, in French and German as well", () => {
    expect(guessColumns(["Ticket ID", "Requester", "Created", "Type"]).category).toMatchObject({ column: "Type" });
    expect(guessColumns(["Ticketnummer", "Benutzer", "Kategorie"]).category).toMatchObject({ column: "Kategorie" });
    expect(guessColumns(["Numéro ticket", "Catégorie"]).category).toMatchObject({ column: "Catégorie" });
    expect(guessColumns(["Request Type", "Category"]).category).toMatchObject({ column: "Category" });
  });
});

test("M93 each column serves one field, the one of the very name first", () => {
  const columns = guessColumns(["email", "user", "person", "type", "kind"]);
  expect(columns.person).toEqual({ kind: "column", column: "person" });
  expect(columns.kind).toEqual({ kind: "column", column: "kind" });
  const taken = eventFields.flatMap((field) => (columns[field].kind === "column" ? [columns[field].column] : []));
  expect(new Set(taken).size).toBe(taken.length);
});
