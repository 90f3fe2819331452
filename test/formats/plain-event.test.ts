import * as fc from "fast-check";
import { expect, test } from "vitest";
import { usageEvent } from "#contract/usage-event";
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
