import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spellInstant } from "#domain/calendar/zone";
import { agenda, stillToDecide } from "#domain/risk/agenda";
import type { AgendaLine } from "#domain/risk/agenda";
import { reviewsOf } from "#domain/risk/review";
import type { ReviewEvent, ReviewFact } from "#domain/risk/review";
import { reviewDue } from "#domain/risk/review-due";
import { hourMs, shuffle } from "./histories";

const monday = Date.parse("2026-03-23T10:00Z");

/** Events a minute apart, named e0, e1, …, all of the review r1. */
function told(...facts: readonly ReviewFact[]): readonly ReviewEvent[] {
  return facts.map((fact, place) => ({
    id: `e${place}`,
    at: monday + place * 60_000,
    review: "r1",
    by: "ann",
    ...fact,
  }));
}

const present = (person: string, side: "supplier" | "buyer" | "joint"): ReviewFact => ({
  kind: "present",
  person,
  side,
});
const decide = (risk: string, over: string | null = null, note = ""): ReviewFact => ({
  kind: "decided",
  risk,
  decision: { kind: "treat" },
  owner: null,
  due: null,
  note,
  over,
});
const [opened, closed] = [{ kind: "opened" }, { kind: "closed" }] as const;

describe("R16 M52 a review held", () => {
  test.each<[string, readonly ReviewFact[], boolean, readonly string[]]>([
    ["both sides there", [present("sue", "supplier"), present("bob", "buyer"), closed], true, []],
    ["no supplier", [present("bob", "buyer"), closed], false, ["supplier"]],
    ["no buyer", [present("sue", "supplier"), closed], false, ["buyer"]],
    ["nobody", [closed], false, ["supplier", "buyer"]],
    [
      "somebody for both stands for neither",
      [present("jo", "joint"), present("bob", "buyer"), closed],
      false,
      ["supplier"],
    ],
    ["still going on", [present("sue", "supplier"), present("bob", "buyer")], false, []],
    [
      "a supplier who came after the end",
      [present("bob", "buyer"), closed, present("sue", "supplier")],
      false,
      ["supplier"],
    ],
  ])("%s", (_, facts, isHeld, missing) => {
    expect(reviewsOf(told(opened, ...facts))).toMatchObject([{ review: "r1", isHeld, missing }]);
  });

  test("whoever signs in twice is there once", () => {
    const [review] = reviewsOf(told(opened, present("sue", "supplier"), present("sue", "supplier")));
    expect(review!.present.supplier).toEqual(["sue"]);
  });

  test("two reviews are kept apart, first to last", () => {
    const later = told(opened).map((event) => ({ ...event, id: "x", review: "r2", at: monday + hourMs }));
    expect(reviewsOf([...later, ...told(opened)]).map(({ review, openedAt }) => [review, openedAt])).toEqual([
      ["r1", monday],
      ["r2", monday + hourMs],
    ]);
  });
});

describe("R17 M52 the next review", () => {
  const held = (at: string) =>
    reviewsOf(
      told(opened, present("sue", "supplier"), present("bob", "buyer"), closed).map((event) => ({
        ...event,
        at: Date.parse(at),
      })),
    );
  const zone = "Europe/London";
  const since = Date.parse("2026-03-02T09:00Z");
  const look = (reviews: ReturnType<typeof reviewsOf>, now: number) => reviewDue(reviews, { since, now, zone });

  test.each([
    ["an ordinary week", "2026-03-09T10:00:20Z", "2026-03-16T10:00:20+00:00"],
    ["over the spring change the hour on the wall stays", "2026-03-23T10:00:00Z", "2026-03-30T10:00:00+01:00"],
    ["over the autumn change too", "2026-10-19T09:00:00Z", "2026-10-26T10:00:00+00:00"],
    ["a time the spring change skips is an hour later that day", "2026-03-22T01:30:00Z", "2026-03-29T02:30:00+01:00"],
  ])("%s", (_, last, next) => {
    const { dueAt, dueDay } = look(held(last), Date.parse(last));
    expect(spellInstant(dueAt, zone)).toBe(next);
    expect(dueDay).toBe(next.slice(0, 10));
  });

  test("exactly a week is in time, a moment more is overdue, and days are counted on the calendar", () => {
    const reviews = held("2026-03-09T10:00Z");
    const { dueAt } = look(reviews, Date.parse("2026-03-09T10:00Z"));
    expect(look(reviews, dueAt)).toMatchObject({ isOverdue: false, overdueDays: 0 });
    expect(look(reviews, dueAt + 1)).toMatchObject({ isOverdue: true, overdueDays: 0 });
    expect(look(reviews, dueAt + 15 * hourMs)).toMatchObject({ isOverdue: true, overdueDays: 1 });
  });

  test("a meeting without the supplier puts nothing off; neither does a review that is still to come", () => {
    const meeting = reviewsOf(told(opened, present("bob", "buyer"), closed));
    const noneHeld = { lastHeldAt: null, dueDay: "2026-03-09", isOverdue: true };
    expect(look([], monday)).toMatchObject(noneHeld);
    expect(look(meeting, monday + hourMs)).toMatchObject(noneHeld);
    expect(look(held("2026-03-24T10:00Z"), monday)).toMatchObject(noneHeld);
  });

  test("the last review held counts, in whatever order they are told", () => {
    const all = [...held("2026-03-16T10:00Z"), ...held("2026-03-09T10:00Z")];
    expect(look(all, monday)).toMatchObject({ lastHeldAt: Date.parse("2026-03-16T10:00Z"), isOverdue: false });
  });
});

describe("R18 R19 the agenda", () => {
  const line = (risk: string, more: Partial<AgendaLine> = {}): AgendaLine => ({
    risk,
    exposure: 9,
    staleDays: 0,
    overdueSince: null,
    raisedAt: monday,
    ...more,
  });

  test("exposure, then staleness, then overdue, then newly raised, then by name", () => {
    const lines = [
      line("b"),
      line("a"),
      line("newer", { raisedAt: monday + 2 }),
      line("overdue", { overdueSince: monday }),
      line("longer", { overdueSince: monday - 1 }),
      line("stale", { staleDays: 8 }),
      line("heavy", { exposure: 20 }),
    ];
    const items = agenda(lines, monday);
    expect(items.map(({ risk }) => risk)).toEqual(["heavy", "stale", "longer", "overdue", "newer", "a", "b"]);
    expect(items.filter(({ isNew }) => isNew).map(({ risk }) => risk)).toEqual(["newer"]);
    expect(agenda(lines, null).every(({ isNew }) => isNew)).toBe(true);
  });

  test("the order does not depend on the order the risks come in", () => {
    const anyLines = fc.uniqueArray(
      fc.record({
        risk: fc.nat(9).map((number) => `R-${number}`),
        exposure: fc.integer({ min: 1, max: 3 }),
        staleDays: fc.nat(2),
        overdueSince: fc.option(fc.nat(3), { nil: null }),
        raisedAt: fc.nat(3),
      }),
      { selector: ({ risk }) => risk },
    );
    fc.assert(
      fc.property(anyLines, shuffle, (lines, seed) => {
        const mixed = lines.toSorted(
          (a, b) => seed[a.raisedAt % 5]! - seed[b.raisedAt % 5]! || (a.risk < b.risk ? 1 : -1),
        );
        expect(agenda(mixed, 1)).toEqual(agenda(lines, 1));
      }),
    );
  });

  test("R19 an interrupted review goes on at the first risk without a decision", () => {
    const items = agenda([line("a"), line("b"), line("c")], null);
    const [review] = reviewsOf(told(opened, decide("a"), decide("c")));
    expect(stillToDecide(items, review!).map(({ risk }) => risk)).toEqual(["b"]);
  });
});

describe("R20 decisions", () => {
  const of = (events: readonly ReviewEvent[]) => reviewsOf(events)[0]!.decisions;

  test("the last one stands, and the one before it is still to be seen", () => {
    const [settled] = of(told(opened, decide("a", null, "first"), decide("a", "e1", "second")));
    expect(settled).toMatchObject({
      risk: "a",
      stands: { note: "second" },
      overruled: [{ note: "first" }],
      isContested: false,
    });
  });

  test("one taken in sight of another stands over it, even from a clock that runs an hour behind", () => {
    const [first, second] = told(decide("a", null, "first"), decide("a", "e0", "second"));
    const [settled] = of([first!, { ...second!, at: monday - hourMs }]);
    expect(settled).toMatchObject({ stands: { note: "second" }, isContested: false });
  });

  test("two taken without sight of each other are contested: the last one stands, and both are shown", () => {
    const [settled] = of(told(decide("a", null, "ann"), decide("a", null, "bob")));
    expect(settled).toMatchObject({ stands: { note: "bob" }, overruled: [{ note: "ann" }], isContested: true });
  });

  test("decisions that claim to stand over each other do not vanish", () => {
    const [settled] = of(told(decide("a", "e1", "one"), decide("a", "e0", "two")));
    expect(settled).toMatchObject({ stands: { note: "two" }, overruled: [{ note: "one" }] });
  });

  const anyDecisions = fc.array(
    fc.record({ risk: fc.constantFrom("a", "b"), over: fc.option(fc.nat(7), { nil: null }), at: fc.nat(4) }),
    { maxLength: 8 },
  );

  test("none is ever lost, and everybody sees the same one stand, told in any order and twice", () => {
    fc.assert(
      fc.property(anyDecisions, shuffle, (drawn, seed) => {
        const events = drawn.map(({ risk, over, at }, place): ReviewEvent => ({
          id: `e${place}`,
          at: monday + at,
          review: "r1",
          by: "ann",
          ...decide(risk, over === null || over >= place ? null : `e${over}`),
        }));
        const mixed = [...events, ...events].toSorted(
          (a, b) => seed[a.id.length % 5]! - seed[b.id.length % 5]! || b.at - a.at,
        );
        const settled = reviewsOf(events).flatMap(({ decisions }) => decisions);
        expect(reviewsOf(mixed).flatMap(({ decisions }) => decisions)).toEqual(settled);
        const kept = settled.flatMap(({ stands, overruled }) => [stands, ...overruled]).map(({ id }) => id);
        expect(kept.toSorted()).toEqual(events.map(({ id }) => id).toSorted());
      }),
    );
  });
});
