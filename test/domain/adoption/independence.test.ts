import type { Candidate, PersonFacts } from "#domain/adoption/facts";
import { defaultRule, firstIndependent, isEarlyAdopter } from "#domain/adoption/independence";
import { describe, expect, test } from "vitest";

const hour = 3_600_000;
const goLive = Date.parse("2026-03-16T00:00:00Z");

function done(atHours: number, more: Partial<Candidate> = {}): Candidate {
  return { at: goLive + atHours * hour, process: "create-order", kind: "transaction", assisted: false, ...more };
}

function person(candidates: readonly Candidate[], tickets: PersonFacts["tickets"] = []): PersonFacts {
  return {
    person: 1,
    wave: "sales",
    department: "Field sales",
    accessAt: null,
    leftAt: null,
    firstLoginAt: null,
    candidates,
    tickets,
  };
}

const first = (facts: PersonFacts): number | null => {
  const at = firstIndependent(facts, goLive, defaultRule);
  return at === null ? null : (at - goLive) / hour;
};

describe("A1 the first independent transaction (M41)", () => {
  test.each([
    ["plain", person([done(5)]), 5],
    ["an assisted one does not count, the next does", person([done(5, { assisted: true }), done(9)]), 9],
    ["before the start is not timed", person([done(-1), done(7)]), 7],
    [
      "a ticket on the same process 24 h away still means help",
      person([done(5), done(80)], [{ at: goLive + 29 * hour, process: "create-order", about: null }]),
      80,
    ],
    [
      "a ticket 24 h and a second away does not",
      person([done(5)], [{ at: goLive + 29 * hour + 1000, process: "create-order", about: null }]),
      5,
    ],
    [
      "a ticket before the transaction counts as well",
      person([done(30), done(90)], [{ at: goLive + 10 * hour, process: "create-order", about: null }]),
      90,
    ],
    [
      "a ticket on another process does not matter",
      person([done(5)], [{ at: goLive + 5 * hour, process: "returns", about: null }]),
      5,
    ],
    ["nobody who only reversed", person([done(5, { kind: "reversal" })]), null],
  ])("%s", (_, facts, expected) => {
    expect(first(facts)).toBe(expected);
  });
});

describe("A3 reversals undo the transaction before them", () => {
  test.each([
    ["within 24 h", person([done(5), done(20, { kind: "reversal" })]), null],
    ["exactly 24 h later", person([done(5), done(29, { kind: "reversal" })]), null],
    ["later than 24 h it stood", person([done(5), done(29.01, { kind: "reversal" })]), 5],
    ["the latest one before it, not an older one", person([done(5), done(6), done(7, { kind: "reversal" })]), 5],
    [
      "on another process it undoes nothing here",
      person([done(5), done(6, { kind: "reversal", process: "returns" })]),
      5,
    ],
  ])("%s", (_, facts, expected) => {
    expect(first(facts)).toBe(expected);
  });
});

test("A2 who worked independently before the start is an early adopter, outside the curve", () => {
  expect(isEarlyAdopter(person([done(-30), done(5)]), goLive, defaultRule)).toBe(true);
  expect(isEarlyAdopter(person([done(-30, { assisted: true }), done(5)]), goLive, defaultRule)).toBe(false);
});
