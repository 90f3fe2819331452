import * as fc from "fast-check";
import { expect, test } from "vitest";
import { compact, expand } from "#app/events/compact";
import { pack } from "#app/events/pack";
import type { PackedRow, UsageEvent } from "#contract/usage-event";
import { queuedBatch, usageEvent } from "#contract/usage-event";
import { ticketCategories } from "#domain/adoption/ticket-category";

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
    about: fc.constantFrom(null, ...ticketCategories),
  })
  .map(({ person, at, kind, process, assisted, ticket, about }): PackedRow => {
    if (kind !== "k") return [person, at, kind, process, assisted, ""];
    return about === null
      ? [person, at, kind, process, assisted, ticket]
      : [person, at, kind, process, assisted, ticket, about];
  });

test("law 4 a batch comes out of the queue as it went in", () => {
  fc.assert(
    fc.property(fc.array(anyRow), (rows) => {
      const batch = { ...head, ...counts, rows };
      const queued = queuedBatch.parse(JSON.parse(JSON.stringify(compact(batch))));
      expect(expand(queued)).toEqual(batch);
    }),
  );
});

test("M93 a part that has waited since an older release says of no ticket what it was about", () => {
  const rows: PackedRow[] = [
    [1, 5, "k", "order", 0, "T-1", "defect"],
    [1, 6, "k", "order", 0, "T-2"],
  ];
  const { about: _about, ...older } = compact({ ...head, ...counts, rows });
  expect(expand(queuedBatch.parse(JSON.parse(JSON.stringify(older)))).rows).toEqual(rows.map((row) => row.slice(0, 6)));
});

test("M93 a ticket that stands twice in a batch is as its last line has it", () => {
  const ticket = { id: "T-1", plan: "crm", person: "7", at: "2026-03-17T10:00:00Z", kind: "ticket" };
  const events = [{ ...ticket, category: "defect" }, ticket, { ...ticket, process: "order", category: "duplicate" }];
  const [part] = pack(
    events.map((event) => usageEvent.parse(event)),
    head,
    Number,
  );
  expect(part!.rows).toEqual([[7, Date.parse(ticket.at), "k", "order", 0, "T-1", "duplicate"]]);
});

test.each([{ about: [9] }, { about: [-1] }, { about: [0.5] }])(
  "M93 a category nobody knows is refused: %j",
  (change) => {
    const whole = compact({ ...head, ...counts, rows: [[1, 5, "k", "order", 0, "T-1", "data"]] });
    expect(() => expand({ ...whole, ...change })).toThrow(RangeError);
  },
);

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
    category: fc.constantFrom(undefined, ...ticketCategories),
  }) satisfies fc.Arbitrary<UsageEvent>;
  fc.assert(
    fc.property(fc.array(anyEvent, { minLength: 1_500, maxLength: 1_500 }), (events) => {
      const parts = pack(
        events.map(({ category, id, ...rest }, at) => {
          const event = { ...rest, id: `${at}${id}`.slice(0, 64) };
          return event.kind === "ticket" ? { ...event, category } : event;
        }),
        head,
        Number,
      );
      const bytes = parts.map((part) => Buffer.byteLength(JSON.stringify(compact(part))));
      expect(Math.max(...bytes)).toBeLessThan(100_000);
      expect(parts.flatMap(({ rows }) => rows)).toHaveLength(1_500);
    }),
    { numRuns: 5 },
  );
});
