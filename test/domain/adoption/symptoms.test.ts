import { legacyReports, powerUsers, rateJump, shadowWork, ticketSurge } from "#domain/adoption/symptoms";
import { assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";

const after = { from: "2026-03-16", to: "2026-04-12" };
const before = { from: "2026-02-16", to: "2026-03-15" };

describe("Y1 tickets after go-live exceed the defects before it by an order of magnitude (M21)", () => {
  test.each([
    [99, 10, "no", "9.9 times"],
    [100, 10, "yes", "10.0 times"],
    [999, 100, "no", "9.9 times"],
    [0, 3, "no", "0.0 times"],
    [37, 0, "unknown", "n/a"],
  ] as const)("%d against %d: %s, %s", (tickets, defects, seen, words) => {
    const found = ticketSurge({ count: tickets, ...after }, { count: defects, unmarked: 0, ...before });
    expect(found.seen).toBe(seen);
    expect(found.sentence).toBe(
      `${words}: ${tickets} tickets (16 Mar 2026 to 12 Apr 2026) against ${defects} defects handled before go-live (16 Feb 2026 to 15 Mar 2026).`,
    );
  });

  test("the words never round 9.9… up to the ten that would be a symptom", () => {
    assert(
      property(integer({ min: 0, max: 5000 }), integer({ min: 1, max: 500 }), (tickets, defects) => {
        const found = ticketSurge({ count: tickets, ...after }, { count: defects, unmarked: 0, ...before });
        expect(Number.parseFloat(found.sentence) >= 10).toBe(found.seen === "yes");
      }),
    );
  });
});

describe("Y2 a jump of the shadow log (M22)", () => {
  // Exact conditional interval: 20 against 5 over equal time has ratio 4 (1.46–13.6); 8 against 5 has 1.6 (0.46–6.2).
  test.each([
    [20, 5, "yes"],
    [8, 5, "no"],
    [5, 20, "no"],
    [0, 0, "unknown"],
  ] as const)("%d entries in 14 days after %d in 14: %s", (recent, earlier, seen) => {
    expect(shadowWork({ count: recent, exposure: 14 }, { count: earlier, exposure: 14 }).seen).toBe(seen);
  });

  test("the first entries after a silent time are a jump once chance cannot explain them", () => {
    expect(rateJump({ count: 3, exposure: 7 }, { count: 0, exposure: 7 }).verdict).toBe("none");
    expect(rateJump({ count: 8, exposure: 7 }, { count: 0, exposure: 7 }).verdict).toBe("jump");
  });

  test("without time to compare with it is unknown", () => {
    expect(rateJump({ count: 3, exposure: 7 }, { count: 0, exposure: 0 }).verdict).toBe("unknown");
  });
});

test.each([
  [0.51, 0.95, "yes"],
  [0.5, 1, "no"],
  [0.9, 0.94, "no"],
  [null, 1, "unknown"],
  [0.9, null, "unknown"],
] as const)("Y3 busiest tenth %s, attendance %s: %s (M23)", (topShare, attendance, seen) => {
  expect(powerUsers({ topShare, attendance }).seen).toBe(seen);
});

test("Y4 requests for the old report stand beside what has moved, by department (M24)", () => {
  const found = legacyReports({ byDepartment: { Sales: 2, Finance: 7, Legal: 0 }, migrated: 1 });
  expect(found).toMatchObject({ seen: "yes", count: 9 });
  expect(found.sentence).toBe("9 requests for an old report (Finance 7, Sales 2); 100 % of the data has moved.");
  expect(legacyReports({ byDepartment: { Finance: 7 }, migrated: 0.99 }).seen).toBe("no");
  expect(legacyReports({ byDepartment: { Finance: 7 }, migrated: null }).seen).toBe("unknown");
  expect(legacyReports({ byDepartment: {}, migrated: 1 }).seen).toBe("no");
});
