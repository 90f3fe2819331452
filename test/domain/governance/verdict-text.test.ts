import { gateExpression, sealIn, sealOf, unsealed, verdictHours, verdictText } from "#domain/governance/verdict-text";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../../workbench/jira/expressions/evaluate";
import type { Value } from "../../../workbench/jira/expressions/value";
import { clockName } from "../../../workbench/jira/expressions/members";

const now = Date.parse("2027-02-20T09:00:00Z");
const open = { open: true, sentence: "Gate 2 may open: all 3 lines are met." };
const locked = {
  open: false,
  sentence: "Gate 2 locked: 1 of 3 unmet. 61 % (48–74) work on their own by day 14; gate 2 needs 80 %.",
};

const seal = sealOf("0123456789abcdef".repeat(4));

/** What Jira would answer: true opens, a string refuses and is shown. */
function ask(verdict: Value, at: number): Value {
  const issue: Value = {
    kind: "bean",
    type: "Issue",
    id: "1",
    read: (name) => (name === "customfield_10101" ? verdict : undefined),
  };
  return evaluate(
    gateExpression("customfield_10101"),
    new Map<string, Value>([
      ["issue", issue],
      [clockName, at],
    ]),
  );
}

describe("G1 G2 the workflow rule opens on an unexpired OPEN and on nothing else (M54)", () => {
  test("opens while the evidence is fresh", () => {
    expect(ask(verdictText(open, now, seal), now)).toBe(true);
    expect(ask(verdictText(open, now, seal), now + verdictHours * 3_600_000 - 1000)).toBe(true);
  });

  test.each([
    ["no verdict", null, now, "no verdict yet"],
    ["an expired one", verdictText(open, now, seal), now + verdictHours * 3_600_000, "has expired"],
    [
      "a locked one, with the unmet metric named",
      verdictText(locked, now, seal),
      now,
      "61 % (48–74) work on their own by day 14",
    ],
    ["an empty text", "", now, ""],
    ["a forged word", "OPENED until 2099-01-01T00:00:00.000Z", now, "OPENED"],
  ])("refuses %s", (_, verdict, at, said) => {
    const answer = ask(verdict, at);
    expect(answer).not.toBe(true);
    expect(JSON.stringify(answer)).toContain(said);
  });

  test("an unreadable date is an error, which Jira takes as a refusal", () => {
    expect(() => ask("OPEN until whenever it pleases you, my dear", now)).toThrow();
  });
});

test("G2 only a custom field's id goes into the expression", () => {
  expect(() => gateExpression("customfield_1 == null || true")).toThrow(RangeError);
});

test("G1 a verdict carries the seal of what it rests on, which the rule and the page keep from people", () => {
  for (const gate of [open, locked, { open: false, sentence: "Wave · Evidence of 2026 is locked." }]) {
    const text = verdictText(gate, now, seal);
    expect(sealIn(text)).toBe(seal);
    expect(unsealed(text).endsWith(gate.sentence)).toBe(true);
  }
  expect(ask(verdictText(locked, now, seal), now)).toBe(`LOCKED ${locked.sentence}`);
});

test.each([
  ["of an older release", "LOCKED Gate 2 locked."],
  ["with a seal in the middle", `LOCKED · Evidence ${seal} and more`],
  ["with a seal that is none", "LOCKED · Evidence 123"],
])("G1 a verdict %s has no seal and is shown as it is", (_, text) => {
  expect(sealIn(text)).toBeNull();
  expect(unsealed(text)).toBe(text);
});
