import * as fc from "fast-check";
import { expect, test } from "vitest";
import { compact, expand } from "#app/events/compact";
import { pack } from "#app/events/pack";
import type { PackedRow, UsageEvent } from "#contract/usage-event";
import { queuedBatch } from "#contract/usage-event";

const head = { plan: "crm", zone: "Europe/London", source: "s", batch: "b", receivedAt: 7, completeTo: null };
const counts = { part: 0, completeTo: 9, sandbox: 1, service: 2, accounts: [] };

const anyRow: fc.Arbitrary<PackedRow> = fc
  .record({
    person: fc.nat(3),
    at: fc.integer({ min: -62_000_000_000_000, max: 250_000_000_000_000 }),
    kind: fc.constantFrom("a", "l", "t", "r", "x", "k"),
    process: fc.constantFrom("", "order", "ä“"),
    assisted: fc.constantFrom(0, 1),
    ticket: fc.string(),
  })
  .map(({ person, at, kind, process, assisted, ticket }) => [
    person,
    at,
    kind,
    process,
    assisted,
    kind === "k" ? ticket : "",
  ]);

test("law 4 a batch comes out of the queue as it went in", () => {
  fc.assert(
    fc.property(fc.array(anyRow), (rows) => {
      const batch = { ...head, ...counts, rows };
      const queued = queuedBatch.parse(JSON.parse(JSON.stringify(compact(batch))));
      expect(expand(queued)).toEqual(batch);
    }),
  );
});

test.each([{ counts: [2] }, { counts: [] }, { marks: [99] }, { marks: [0.5] }, { processes: [] }])(
  "M93 a queued batch that does not add up is refused: %j",
  (change) => {
    const whole = compact({ ...head, ...counts, rows: [[1, 5, "t", "order", 0, ""]] });
    expect(() => expand({ ...whole, ...change })).toThrow(RangeError);
  },
);

test("M93 parts fit the queue whatever the texts, and hold every event once", () => {
  const anyEvent = fc.record({
    id: fc.string({ minLength: 1, maxLength: 64, unit: "binary" }),
    plan: fc.constant("crm"),
    person: fc.nat(50).map(String),
    at: fc
      .date({ min: new Date("2026-01-01"), max: new Date("2026-12-31"), noInvalidDate: true })
      .map((at) => at.toISOString()),
    kind: fc.constantFrom("transaction", "ticket"),
    process: fc.string({ maxLength: 64, unit: "binary" }),
    assisted: fc.boolean(),
    environment: fc.constant("production"),
    channel: fc.constant("person"),
  }) satisfies fc.Arbitrary<UsageEvent>;
  fc.assert(
    fc.property(fc.array(anyEvent, { minLength: 1_500, maxLength: 1_500 }), (events) => {
      const parts = pack(events, head, Number);
      const bytes = parts.map((part) => Buffer.byteLength(JSON.stringify(compact(part))));
      expect(Math.max(...bytes)).toBeLessThan(100_000);
      expect(parts.flatMap(({ rows }) => rows)).toHaveLength(1_500);
    }),
    { numRuns: 5 },
  );
});
