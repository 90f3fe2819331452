import * as fc from "fast-check";
import { expect, test } from "vitest";
import { usageEvent } from "#contract/usage-event";
import { ticketCategories } from "#domain/adoption/ticket-category";
import { readEventBatch } from "#formats/event-batch";
import { plainEvent } from "#formats/plain-event";

/** Mostly what a system sends, now and then something that is not quite it. */
function mostly<T, U>(good: fc.Arbitrary<T>, odd: fc.Arbitrary<U>): fc.Arbitrary<T | U> {
  return fc.oneof({ arbitrary: good, weight: 12 }, { arbitrary: odd, weight: 1 });
}

const at = mostly(
  fc
    .date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString()),
  fc.constantFrom(
    "2026-02-30T10:00:00Z",
    "2026-03-17T10:00:00+01:00",
    "2026-03-17",
    "2026-03-17T24:00:00Z",
    "",
    "2026-03-17T10:00Z",
  ),
);
const text = mostly(
  fc.string({ minLength: 1, maxLength: 30 }),
  fc.constantFrom("", "x".repeat(64), "x".repeat(65), "x".repeat(201), 7, null),
);

const anyRow = mostly(
  fc.record(
    {
      id: text,
      plan: text,
      person: text,
      at,
      kind: mostly(fc.constantFrom("access", "login", "transaction", "reversal", "left", "ticket"), fc.string()),
      process: text,
      assisted: mostly(fc.boolean(), fc.constantFrom("true", 1, null)),
      environment: text,
      channel: mostly(fc.constantFrom("person", "service"), fc.constant("robot")),
      category: mostly(fc.constantFrom(...ticketCategories), fc.constantFrom("", "Bug", null, 3)),
    },
    { requiredKeys: ["id", "plan", "person", "at", "kind"] },
  ),
  fc.oneof(
    fc.anything(),
    fc.constant({ id: "1", plan: "p", person: "a", at: "2026-03-17T10:00:00Z", kind: "left", more: 1 }),
  ),
);

test("M93 the short way takes nothing the schema refuses, and reads what it takes alike", () => {
  let taken = 0;
  fc.assert(
    fc.property(anyRow, (row) => {
      const plain = plainEvent(row);
      if (plain === null) return;
      taken += 1;
      expect(usageEvent.parse(row)).toEqual(plain);
    }),
    { numRuns: 2_000 },
  );
  expect(taken).toBeGreaterThan(200);
});

test("M93 a plain line goes the short way", () => {
  const row = { id: "e1", plan: "crm", person: "a@example.com", at: "2026-03-17T10:00:00.000Z", kind: "transaction" };
  expect(plainEvent(row)).toEqual(usageEvent.parse(row));
  expect(plainEvent(JSON.parse('{"__proto__":{"id":"x"}}'))).toBeNull();
});

test("M93 a ticket goes the short way with its category, and a category on anything else is refused with its mend", () => {
  const row = { id: "T-1", plan: "crm", person: "a@example.com", at: "2026-03-17T10:00:00.000Z", kind: "ticket" };
  for (const category of ticketCategories) {
    expect(plainEvent({ ...row, category })).toEqual(usageEvent.parse({ ...row, category }));
    const other = { ...row, kind: "transaction", category };
    expect(plainEvent(other)).toBeNull();
    const { bad, events } = readEventBatch(JSON.stringify(other));
    expect(events).toEqual([]);
    expect(bad).toHaveLength(1);
    expect(bad[0]!.reason).toContain("Only a ticket has a category: leave it out here, or send kind ticket.");
  }
  expect(plainEvent(row)).not.toHaveProperty("category");
  expect(plainEvent({ ...row, category: "Bug" })).toBeNull();
  expect(readEventBatch(JSON.stringify({ ...row, category: "Bug" })).bad).toHaveLength(1);
});

test("M93 a table may say of some tickets what they were about, and of others nothing", () => {
  const csv =
    "id,plan,person,at,kind,category\nT-1,crm,a,2026-03-17T10:00:00Z,ticket,how-to\nT-2,crm,a,2026-03-17T10:00:00Z,ticket,\n";
  expect(readEventBatch(csv).events.map(({ event }) => event.category)).toEqual(["how-to", undefined]);
});
