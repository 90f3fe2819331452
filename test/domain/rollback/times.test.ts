import { describe, expect, test } from "vitest";
import { blankRollback } from "#domain/plan/blank";
import { rollbackDuty } from "#domain/rollback/duty";
import { lastMoment, rollbackTimes, wayBack } from "#domain/rollback/times";
import { diamond, minuteMs, planWith, rollback } from "./runbooks";

describe("B1 M13 when a rollback is needed before the first gate", () => {
  const whole = {
    ...rollback("stop 30m"),
    triggers: [{ kind: "any" as const, of: ["broken"] }],
    communication: [{ audience: "Sales", channel: "e-mail", text: "We go back.", owner: null }],
  };

  test.each([
    [false, false, false, []],
    [true, false, false, ["live systems"]],
    [false, true, false, ["production data"]],
    [false, false, true, ["business operations"]],
    [true, true, false, ["live systems", "production data"]],
    [true, false, true, ["live systems", "business operations"]],
    [false, true, true, ["production data", "business operations"]],
    [true, true, true, ["live systems", "production data", "business operations"]],
  ])(
    "live systems %s, production data %s, business operations %s",
    (liveSystems, productionData, businessOperations, because) => {
      const affects = { liveSystems, productionData, businessOperations };
      const isNeeded = because.length > 0;
      expect(rollbackDuty({ affects, rollbacks: [] })).toEqual({ isNeeded, because, isMet: !isNeeded, lacks: [] });
      expect(rollbackDuty({ affects, rollbacks: [whole] })).toMatchObject({ isNeeded, isMet: true, lacks: [] });
    },
  );

  test("one without triggers, runbook or notice could not be carried out; a whole one beside it is enough", () => {
    const affects = { liveSystems: true, productionData: false, businessOperations: false };
    const lacks = [{ rollback: "empty", parts: ["triggers", "runbook", "communication"] }];
    const empty = blankRollback("empty", "Empty");
    expect(rollbackDuty({ affects, rollbacks: [empty] })).toMatchObject({ isMet: false, lacks });
    expect(rollbackDuty({ affects, rollbacks: [empty, whole] })).toMatchObject({ isMet: true, lacks });
  });
});

describe("B8 M11 the time to roll back and the last moment to begin", () => {
  test.each([
    ["a chain", rollback("a 30m", "b 2h after a", "c 45m after b"), 195, "2026-03-09T04:45:00+00:00"],
    ["a diamond, by its longer side", diamond, 165, "2026-03-09T05:15:00+00:00"],
    ["side by side, by the longest", rollback("a 1h", "b 5h", "c 20m"), 300, "2026-03-09T03:00:00+00:00"],
    ["over midnight, since nobody stops at night", rollback("a 6h", "b 4h after a"), 600, "2026-03-08T22:00:00+00:00"],
    ["a day is a day on the clock", rollback("a 1d", "b 1ed after a"), 2880, "2026-03-07T08:00:00+00:00"],
    ["an unknown predecessor holds nothing up", rollback("a 1h after gone"), 60, "2026-03-09T07:00:00+00:00"],
  ])("%s", (_, of, minutesToRollBack, pointOfNoReturn) => {
    expect(rollbackTimes(of, planWith("2026-03-09"))).toEqual({ minutesToRollBack, pointOfNoReturn });
  });

  test("hours are counted and not read off the wall, in the night the clocks go forward", () => {
    const plan = planWith("2026-03-29", { calendar: { kind: "continuous" } });
    expect(rollbackTimes(rollback("a 6h"), plan).pointOfNoReturn).toBe("2026-03-28T18:00:00+00:00");
    const sunday = planWith("2026-03-29", {
      calendar: { kind: "working", days: ["sun"], hours: ["08:00-12:00"], holidays: [] },
    });
    expect(rollbackTimes(rollback("a 12h"), sunday).pointOfNoReturn).toBe("2026-03-28T19:00:00+00:00");
  });

  test("without a go-live there is a time, and no last moment", () => {
    const plan = planWith("2026-03-09", { anchors: {} });
    expect(rollbackTimes(diamond, plan)).toEqual({ minutesToRollBack: 165, pointOfNoReturn: null });
    expect(wayBack(lastMoment(diamond, plan), 0)).toEqual({ kind: "unknown" });
  });

  test("at the last moment there is still time, one second later there is none", () => {
    const at = lastMoment(diamond, planWith("2026-03-09"))!;
    expect(wayBack(at, at - 90 * minuteMs)).toEqual({ kind: "open", minutesLeft: 90 });
    expect(wayBack(at, at)).toEqual({ kind: "open", minutesLeft: 0 });
    expect(wayBack(at, at + 1000)).toEqual({ kind: "closed", minutesAgo: 0 });
    expect(wayBack(at, at + 61 * minuteMs)).toEqual({ kind: "closed", minutesAgo: 61 });
  });
});

test.each([
  ["no step at all", rollback()],
  ["a step without a length", rollback("a 30m", "b after a")],
  ["a length nobody can read", rollback("a soon")],
  ["steps that wait for each other", rollback("a 30m after b", "b 30m after a")],
])("B9 %s has no time rather than too short a one", (_, of) => {
  expect(rollbackTimes(of, planWith("2026-03-09"))).toEqual({ minutesToRollBack: null, pointOfNoReturn: null });
});
