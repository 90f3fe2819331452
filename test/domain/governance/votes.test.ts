import { standingOf } from "#domain/governance/votes";
import type { GateEvent } from "#domain/governance/votes";
import { assert, array, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";

const voters = ["ana", "ben", "cem"];
let clock = 0;
const vote = (by: string, choice: "yes" | "no", asked = voters): GateEvent => ({
  kind: "vote",
  gate: "delivery",
  at: (clock += 1),
  by,
  choice,
  why: "",
  voters: asked,
  snapshot: null,
});
const withdrawn = (by: string): GateEvent => ({ kind: "withdrawn", gate: "delivery", at: (clock += 1), by, why: "x" });

test("G6 a gate passes with the last yes, and not before", () => {
  const log = voters.map((by) => vote(by, "yes"));
  expect(standingOf(log.slice(0, 2), "delivery").decision).toBeNull();
  expect(standingOf(log, "delivery").decision).toEqual(log[2]);
  expect(standingOf(log, "implementation").decision).toBeNull();
});

test("G6 M61 one no keeps it shut until its voter says yes", () => {
  const log = [vote("ana", "no"), vote("ben", "yes"), vote("cem", "yes")];
  expect(standingOf(log, "delivery").decision).toBeNull();
  expect(standingOf([...log, vote("ana", "yes")], "delivery").decision?.by).toBe("ana");
});

test("G6 a vote without anybody named to vote decides nothing", () => {
  expect(standingOf([vote("ana", "yes", [])], "delivery").decision).toBeNull();
});

test("M53 G7 a decision stands whatever is said after it, also by people named later, until it is taken back", () => {
  const passed = voters.map((by) => vote(by, "yes"));
  const later = [...passed, vote("ana", "no"), vote("dan", "no", [...voters, "dan"])];
  expect(standingOf(later, "delivery").decision).toEqual(passed[2]);
  const anew = standingOf([...later, withdrawn("ana")], "delivery");
  expect([anew.decision, anew.votes.size]).toEqual([null, 0]);
});

test("G6 no order of votes passes a gate one of whose voters last said no", () => {
  const word = constantFrom(...voters.flatMap((by) => [[by, "yes"] as const, [by, "no"] as const]));
  assert(
    property(array(word, { maxLength: 12 }), (words) => {
      const log = words.map(([by, choice]) => vote(by, choice));
      const { decision, votes } = standingOf(log, "delivery");
      const allSaidYes = voters.every((by) => votes.get(by)?.choice === "yes");
      expect(decision !== null).toBe(allSaidYes);
    }),
  );
});
