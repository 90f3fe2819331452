import { askedFor } from "#domain/adoption/asked-for";
import { helpDesk } from "#domain/adoption/help-desk";
import { noTickets, splitOf, ticketCategories } from "#domain/adoption/ticket-category";
import type { TicketSplit } from "#domain/adoption/ticket-category";
import { sumWeeks } from "#domain/adoption/weeks";
import { array, assert, constantFrom, integer, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";

function weeksOf(splits: readonly Partial<TicketSplit>[], active = 100) {
  const weeks = splits.map((part, at) => {
    const split = { ...noTickets, ...part };
    const tickets = Object.values(split).reduce((sum, count) => sum + count, 0);
    return { week: `2026-W${20 + at}`, active, tickets, split, setAside: 0 };
  });
  return helpDesk(weeks, () => false).weeks;
}

describe("H5 what was asked for adds up to the tickets of the ratio", () => {
  test("three how-to of ten over 200 person-weeks, with Garwood's interval of three", () => {
    const found = askedFor(
      weeksOf([
        { "how-to": 2, defect: 4 },
        { "how-to": 1, unsaid: 3 },
      ]),
    )!;
    expect([found.from, found.to, found.tickets, found.personWeeks]).toEqual(["2026-W20", "2026-W21", 10, 200]);
    expect(found.parts.map(({ about, tickets, share }) => [about, tickets, share])).toEqual([
      ["how-to", 3, 0.3],
      ["access", 0, 0],
      ["defect", 4, 0.4],
      ["data", 0, 0],
      ["unsaid", 3, 0.3],
    ]);
    // 3 → (0.618672, 8.76727).
    expect(found.parts[0]!.ratio).toBe(0.015);
    expect(found.parts[0]!.lower).toBeCloseTo(0.618672 / 200, 7);
    expect(found.parts[0]!.upper).toBeCloseTo(8.76727 / 200, 6);
  });

  test("no settled week, no split; weeks without anybody at work have shares and no ratio", () => {
    expect(askedFor([])).toBeNull();
    const [first] = askedFor(weeksOf([{ "how-to": 1 }], 0))!.parts;
    expect([first!.share, first!.ratio, first!.upper]).toEqual([1, null, null]);
  });

  test("M2 whatever comes, the parts of a week are its tickets, and so are those of waves and of several weeks", () => {
    const anyWave = array(tuple(integer({ min: 20, max: 23 }), constantFrom("", "other", ...ticketCategories)));
    assert(
      property(array(anyWave, { maxLength: 3 }), (waves) => {
        const weeks = waves.map((tickets) =>
          [...Map.groupBy(tickets, ([week]) => week)].map(([week, own]) => ({
            week: `2026-W${week}`,
            active: 7,
            ...splitOf(own.map(([, category]) => [category, 1])),
          })),
        );
        const sums = sumWeeks(weeks);
        for (const { tickets, split } of [...weeks.flat(), ...sums])
          expect(Object.values(split).reduce((sum, count) => sum + count, 0)).toBe(tickets);
        const all = sums.reduce((sum, { tickets, setAside }) => sum + tickets + setAside, 0);
        expect(all).toBe(waves.flat().length);
        const found = askedFor(helpDesk(sums, () => false).weeks);
        expect(found?.parts.reduce((sum, { tickets }) => sum + tickets, 0)).toBe(found?.tickets);
      }),
    );
  });
});

describe("H6 one kind leads only where more than half is beyond chance", () => {
  // Wilson's lower bound at 95 %: 8 of 10 gives 0.4902, 9 of 10 gives 0.5958; 60 of 100 gives 0.5020, 59 of 100 gives 0.4921.
  test.each([
    [9, 9, null],
    [8, 10, null],
    [9, 10, "how-to"],
    [59, 100, null],
    [60, 100, "how-to"],
  ] as const)("%d of %d: %s", (howTo, tickets, leading) => {
    const found = askedFor(weeksOf([{ "how-to": howTo, unsaid: tickets - howTo }]))!;
    expect(found.leading).toBe(leading);
    expect(found.sentence.includes("job cards")).toBe(leading !== null);
  });

  test.each([
    ["access", "accounts and permissions"],
    ["defect", "supplier"],
    ["data", "migrated"],
  ] as const)("%s asks for its own remedy: %s", (about, remedy) => {
    expect(askedFor(weeksOf([{ [about]: 40, unsaid: 4 }]))!.sentence).toContain(remedy);
  });

  test("that nobody marks tickets is no kind of them, however many there are", () => {
    expect(askedFor(weeksOf([{ unsaid: 400, "how-to": 9 }]))!.leading).toBeNull();
  });
});
