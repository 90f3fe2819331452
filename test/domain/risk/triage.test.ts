import { assert, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { riskState } from "#domain/risk/history";
import type { RiskFact } from "#domain/risk/history";
import { fiveByFive } from "#domain/risk/matrix";
import { isStale, staleDays } from "#domain/risk/staleness";
import { deliveryTriage, untriaged } from "#domain/risk/triage";
import { anyHistory, friday, history, hourMs, instant, raised } from "./histories";

const delivered = friday + 100 * hourMs;
const now = delivered + 24 * hourMs;

describe("R14 M51 the pre-delivery risks at delivery", () => {
  test.each<[string, readonly RiskFact[], string | null]>([
    ["nothing", [], "untriaged"],
    ["a decision to accept", [{ kind: "decided", decision: "accept" }], "untriaged"],
    ["a decision to treat", [{ kind: "decided", decision: "treat" }], "untriaged"],
    ["an escalation", [{ kind: "decided", decision: "escalate" }], "escalated"],
    ["a retag", [{ kind: "retagged", tag: "post-delivery" }], "retagged"],
    ["a decision to close", [{ kind: "decided", decision: "close" }], "closed"],
    ["the work item closed", [{ kind: "closed" }], "closed"],
    [
      "escalated, closed and taken up again",
      [{ kind: "decided", decision: "escalate" }, { kind: "closed" }, { kind: "reopened" }],
      "untriaged",
    ],
    ["closed and taken up again", [{ kind: "closed" }, { kind: "reopened" }], "untriaged"],
    [
      "escalated, then accepted",
      [
        { kind: "decided", decision: "escalate" },
        { kind: "decided", decision: "accept" },
      ],
      "untriaged",
    ],
  ])("after delivery, %s leaves it %j", (_, facts, outcome) => {
    const of = history(
      raised(friday),
      ...facts.map((fact, turn) => ({ ...fact, at: delivered + (turn + 1) * hourMs })),
    );
    expect(deliveryTriage([of], { deliveredAt: delivered, now })).toEqual([{ risk: "R-1", outcome }]);
    expect(untriaged([of], now)).toEqual(outcome === "untriaged" ? ["R-1"] : []);
  });

  test("what was closed or retagged before delivery, and what came after it, is not on the list of delivery", () => {
    const closed = history(raised(friday), { kind: "closed", at: delivered });
    const post = history(raised(friday, "post-delivery"));
    const after = history(raised(delivered + hourMs));
    expect(deliveryTriage([closed, post, after], { deliveredAt: delivered, now })).toEqual([]);
    expect(untriaged([closed, post, after], now)).toEqual(["R-1"]);
  });

  test("nothing is listed before the day", () => {
    expect(deliveryTriage([history(raised(friday))], { deliveredAt: delivered, now: delivered - 1 })).toEqual([]);
  });

  test("every open pre-delivery risk is listed exactly once, and stays on the list", () => {
    assert(
      property(anyHistory, instant, instant, (of, one, other) => {
        const [deliveredAt, later] = [Math.min(one, other), Math.max(one, other)];
        const state = riskState(of, deliveredAt);
        const isListed = state !== null && state.isOpen && state.tag === "pre-delivery";
        expect(deliveryTriage([of], { deliveredAt, now: later })).toHaveLength(isListed ? 1 : 0);
        const open = riskState(of, later);
        if (untriaged([of], later).length > 0) expect(open).toMatchObject({ isOpen: true, tag: "pre-delivery" });
      }),
    );
  });
});

describe("R15 staleness", () => {
  const day = 24 * hourMs;
  const state = { ...riskState(history(raised(friday)), friday)! };

  test.each([
    ["low", { likelihood: 1, impact: 4 }, 28],
    ["medium", { likelihood: 3, impact: 3 }, 14],
    ["high", { likelihood: 4, impact: 4 }, 7],
  ])("a %s risk is stale after more than its days, not at exactly as many", (_, assessment, days) => {
    const stale = (at: number) => isStale(state, assessment, { now: at, matrix: fiveByFive });
    expect([stale(friday + days * day), stale(friday + days * day + 1)]).toEqual([false, true]);
    expect(isStale({ ...state, isOpen: false }, assessment, { now: friday + 99 * day, matrix: fiveByFive })).toBe(
      false,
    );
  });

  test("a comment is a touch; what the app does is none; a clock that runs behind makes no negative age", () => {
    const touched = history(raised(friday), { kind: "touched", at: friday + day });
    const climbed = history(raised(friday), { kind: "climbed", rung: "R-1/e0/owner", at: friday + day });
    const age = (of: typeof touched) => staleDays(riskState(of, friday + 3 * day)!, friday + 3 * day);
    expect([age(touched), age(climbed)]).toEqual([2, 3]);
    expect(staleDays(state, friday - day)).toBe(0);
    expect(staleDays(state, friday + 2 * day - 1)).toBe(1);
  });
});
