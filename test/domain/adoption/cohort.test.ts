import { readCalendar } from "#domain/calendar/calendar";
import { clockWords, elapsedDays, workingDays } from "#domain/adoption/clock";
import { cohort } from "#domain/adoption/cohort";
import type { PersonFacts } from "#domain/adoption/facts";
import { defaultRule } from "#domain/adoption/independence";
import { expect, test } from "vitest";

const day = 86_400_000;
const goLive = Date.parse("2026-03-16T00:00:00Z");
const clock = {
  goLive: { sales: goLive },
  trainingEnd: null,
  start: "go-live" as const,
  cut: goLive + 10 * day,
  rule: defaultRule,
  days: elapsedDays,
};

function person(more: Partial<PersonFacts>): PersonFacts {
  return {
    person: 1,
    wave: "sales",
    department: null,
    accessAt: null,
    leftAt: null,
    firstLoginAt: null,
    candidates: [],
    tickets: [],
    ...more,
  };
}

function workedOn(days: number): Pick<PersonFacts, "candidates"> {
  return { candidates: [{ at: goLive + days * day, process: "order", kind: "transaction", assisted: false }] };
}

test.each([
  ["an independent transaction is the event", person(workedOn(3)), [3], [1]],
  ["nobody yet: watched to the cut, not to now", person({}), [10], [0]],
  ["access after go-live starts the clock later", person({ accessAt: goLive + 2 * day, ...workedOn(5) }), [3], [1]],
  ["access before go-live does not start it earlier", person({ accessAt: goLive - 9 * day, ...workedOn(5) }), [5], [1]],
  ["who left is a competing event, not somebody waiting", person({ leftAt: goLive + 4 * day }), [4], [2]],
  ["who worked and then left had the event", person({ leftAt: goLive + 4 * day, ...workedOn(3) }), [3], [1]],
  ["who left after the cut is still waiting at it", person({ leftAt: goLive + 40 * day }), [10], [0]],
  ["work after the cut is not known yet", person(workedOn(11)), [10], [0]],
])("A4 %s", (_, facts, time, status) => {
  const found = cohort([facts], clock);
  expect([...found.time]).toEqual(time);
  expect([...found.status]).toEqual(status);
});

test.each([
  ["without a wave", person({ wave: null })],
  ["in a wave that is not live", person({ wave: "service" })],
  ["with access only after the cut", person({ accessAt: goLive + 20 * day })],
  ["gone before the start", person({ leftAt: goLive - day })],
])("A4 a person %s has not started and is counted as such", (_, facts) => {
  const found = cohort([facts], clock);
  expect({ watched: found.time.length, notStarted: found.notStarted }).toEqual({ watched: 0, notStarted: 1 });
});

const start = (facts: PersonFacts, more: Partial<Parameters<typeof cohort>[1]>) =>
  [...cohort([facts], { ...clock, ...more }).time][0] ?? null;

test.each([
  ["training end after go-live", "training-end", { trainingEnd: goLive + 2 * day }, person(workedOn(5)), 3],
  [
    "training end before go-live starts nobody early",
    "training-end",
    { trainingEnd: goLive - 9 * day },
    person(workedOn(5)),
    5,
  ],
  ["an unknown training end starts nobody", "training-end", { trainingEnd: null }, person(workedOn(5)), null],
  ["first login after go-live", "first-login", {}, person({ firstLoginAt: goLive + 4 * day, ...workedOn(5) }), 1],
  [
    "a login during training does not start before go-live",
    "first-login",
    {},
    person({ firstLoginAt: goLive - day, ...workedOn(5) }),
    5,
  ],
  ["who never logged in has not started", "first-login", {}, person({}), null],
] as const)("C1 %s (M41)", (_, from, more, facts, expected) => {
  expect(start(facts, { start: from, ...more })).toBe(expected);
});

test("C2 working days skip the weekend and the holiday, and are as long as the calendar makes them", () => {
  const reading = readCalendar({
    zone: "UTC",
    days: ["mon", "tue", "wed", "thu", "fri"],
    hours: ["08:00-12:00", "13:00-17:00"],
    holidays: ["2026-03-18"],
  });
  if (reading.kind !== "calendar") throw new Error(reading.reason);
  const days = workingDays(reading.calendar);
  const at = (text: string): number => Date.parse(`2026-03-${text}:00Z`);
  expect(days(at("16T08:00"), at("16T17:00"))).toBe(1);
  expect(days(at("16T08:00"), at("17T10:00"))).toBe(1.25);
  expect(days(at("17T12:00"), at("19T08:00"))).toBe(0.5);
  expect(days(at("20T17:00"), at("23T08:00"))).toBe(0);
  expect(start(person(workedOn(7.5)), { days })).toBe(4.5);
});

test("C1 C2 the convention is said in words", () => {
  expect(clockWords({ start: "go-live", unit: "elapsed" })).toBe(
    "From the later of go-live and access, in elapsed days.",
  );
  expect(clockWords({ start: "first-login", unit: "working" })).toBe(
    "From the later of go-live and access, but not before the first login, in working days.",
  );
});
