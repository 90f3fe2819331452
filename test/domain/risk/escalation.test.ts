import { array, assert, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { continuousCalendar } from "#domain/calendar/calendar";
import { blankPlan, blankRisk, blankStep } from "#domain/plan/blank";
import { personAsked } from "#domain/risk/asked";
import { riskState } from "#domain/risk/history";
import type { RiskHistory } from "#domain/risk/history";
import { dueRungs, ladderFaults, startingLadders, waitingRungs } from "#domain/risk/ladder";
import type { Ladders } from "#domain/risk/ladder";
import { office } from "../calendar/office";
import { anyHistory, friday, history, hourMs, instant, raised, retold, shuffle } from "./histories";

const london = office({});
const at = (text: string) => Date.parse(text);
const due = (of: RiskHistory, now: number, ladders: Ladders = startingLadders) =>
  dueRungs(of, ladders, { now, calendar: london }).map(({ rung }) => rung.id);

/** The app at work: does what is due and notes it, unless somebody has noted it already. */
function climb(of: RiskHistory, now: number): { after: RiskHistory; keys: readonly string[] } {
  const keys = dueRungs(of, startingLadders, { now, calendar: london }).map(({ key }) => key);
  const noted = keys.map((rung) => ({ id: `climbed ${rung}`, at: now, by: "app", kind: "climbed" as const, rung }));
  return { after: { ...of, events: [...of.events, ...noted] }, keys };
}

describe("R6 R7 when a rung is due", () => {
  test.each([
    ["2026-03-30T08:00Z", "a weekend and a spring night are no work", []],
    ["2026-03-31T07:59Z", "a minute too early", []],
    [
      "2026-03-31T08:00Z",
      "two working days, an hour earlier on the world's clock since London's went forward",
      ["owner"],
    ],
    ["2026-04-03T08:00Z", "five working days", ["owner", "manager"]],
    ["2026-04-10T08:00Z", "ten of them", ["owner", "manager", "sponsor"]],
  ])("raised on Friday at nine, at %s (%s): %j", (now, _, expected) => {
    expect(due(history(raised(friday)), at(now))).toEqual(expected);
  });

  test("M51 each tag goes up its own ladder", () => {
    const now = at("2026-04-30T08:00Z");
    const acts = (tag: "pre-delivery" | "post-delivery") =>
      dueRungs(history(raised(friday, tag)), startingLadders, { now, calendar: london }).map(
        ({ level, rung }) => `${level} ${rung.who} ${rung.acts.join("+")}`,
      );
    expect(acts("pre-delivery")).toEqual([
      "1 risk-owner mention",
      "2 project-manager assign+raise-priority+notify",
      "3 sponsor notify+steering-agenda",
    ]);
    expect(acts("post-delivery")).toEqual([
      "1 implementation-owner assign+mention",
      "2 supplier mention+raise-priority+notify",
      "3 sponsor notify+steering-agenda",
    ]);
  });

  test("R7 a length on the clock runs through the weekend and the clock change", () => {
    const ladders = {
      ...startingLadders,
      "pre-delivery": [{ id: "x", who: "sponsor", after: "48eh", acts: ["notify"] }],
    } as const;
    expect(due(history(raised(friday)), friday + 48 * hourMs - 1, ladders)).toEqual([]);
    expect(due(history(raised(friday)), friday + 48 * hourMs, ladders)).toEqual(["x"]);
  });

  test("R7 nobody is asked half a minute early", () => {
    const [rung] = waitingRungs(history(raised(friday + 30_000)), startingLadders, {
      now: friday + hourMs,
      calendar: london,
    });
    expect(rung!.dueAt).toBe(at("2026-03-31T08:01Z"));
  });

  test("nothing is due of a risk that has not been raised yet", () => {
    expect(due(history(raised(friday)), friday - 1)).toEqual([]);
    expect(due(history({ kind: "touched", at: friday }), friday + 1000 * hourMs)).toEqual([]);
  });
});

describe("R9 R10 decisions", () => {
  const late = at("2026-05-01T08:00Z");

  test.each(["accept", "treat", "close"] as const)(
    "%s ends the wait, even where a rung was due before it",
    (decision) => {
      const decided = history(raised(friday), { kind: "decided", decision, at: at("2026-04-02T08:00Z") });
      expect(due(decided, at("2026-04-01T08:00Z"))).toEqual(["owner"]);
      expect(due(decided, late)).toEqual([]);
    },
  );

  test("closing the work item ends the wait, and taking it up again begins another from the foot", () => {
    const again = at("2026-04-13T08:00Z");
    const closed = history(raised(friday), { kind: "closed", at: friday + hourMs }, { kind: "reopened", at: again });
    expect(due(closed, again)).toEqual([]);
    expect(due(closed, at("2026-04-15T08:00Z"))).toEqual(["owner"]);
  });

  test("R10 escalate asks the next level at once, and the level above keeps its distance", () => {
    const asked = at("2026-03-30T09:00Z");
    const of = history(raised(friday), { kind: "decided", decision: "escalate", at: asked });
    const dues = waitingRungs(of, startingLadders, { now: asked, calendar: london }).map(({ dueAt }) => dueAt);
    expect(dues).toEqual([asked, at("2026-04-02T09:00Z"), at("2026-04-09T09:00Z")]);
    const twice = history(
      raised(friday),
      ...[0, 1].map(() => ({ kind: "decided", decision: "escalate", at: asked }) as const),
    );
    expect(due(twice, asked)).toEqual(["owner", "manager"]);
  });

  test("R10 escalating what had been accepted begins a wait", () => {
    const of = history(
      raised(friday),
      { kind: "decided", decision: "accept", at: friday + hourMs },
      { kind: "decided", decision: "escalate", at: friday + 2 * hourMs },
    );
    expect(due(of, friday + 2 * hourMs)).toEqual(["owner"]);
  });
});

describe("R11 M51 retagging", () => {
  const move = at("2026-04-08T08:00Z");
  const moved = history(raised(friday), { kind: "retagged", tag: "post-delivery", at: move });

  test("takes the other ladder from its foot and leaves the old one", () => {
    expect(due(moved, move)).toEqual([]);
    expect(due(moved, at("2026-04-09T08:00Z"))).toEqual(["implementation"]);
    expect(due(moved, at("2026-04-15T08:00Z"))).toEqual(["implementation", "supplier", "sponsor"]);
  });

  test("again to the same side changes nothing", () => {
    const again = history(
      raised(friday),
      { kind: "retagged", tag: "post-delivery", at: move },
      { kind: "retagged", tag: "post-delivery", at: move + 24 * hourMs },
    );
    const rungs = (of: RiskHistory) => waitingRungs(of, startingLadders, { now: move + 48 * hourMs, calendar: london });
    expect(rungs(again)).toEqual(rungs(moved));
  });

  test("there and back is two ways up: the old rungs are asked again, since other people answered in between", () => {
    const back = history(
      raised(friday),
      { kind: "retagged", tag: "post-delivery", at: friday + hourMs },
      { kind: "retagged", tag: "pre-delivery", at: friday + 2 * hourMs },
    );
    const first = climb(history(raised(friday)), at("2026-04-01T08:00Z")).keys;
    const second = climb(back, at("2026-04-01T10:00Z")).keys;
    expect([first, second]).toEqual([["R-1/e0/owner"], ["R-1/e2/owner"]]);
  });

  test("of a closed risk waits until it is taken up again", () => {
    const of = history(
      raised(friday),
      { kind: "closed", at: friday + hourMs },
      { kind: "retagged", tag: "post-delivery", at: friday + 2 * hourMs },
    );
    expect(riskState(of, move)).toMatchObject({ tag: "post-delivery", isOpen: false, wait: null });
  });

  test("every change of side of an open risk begins a wait on that side, told in any order and twice", () => {
    assert(
      property(anyHistory, shuffle, (of, seed) => {
        const turns = [...new Set(of.events.map((event) => event.at))].toSorted((a, b) => a - b);
        const states = turns.map((turn) => riskState(retold(of, seed), turn));
        states.forEach((state, place) => {
          const before = states[place - 1];
          if (state === null || before === null || before === undefined) return;
          if (state.isOpen && before.isOpen && state.tag !== before.tag && state.wait !== null) {
            expect(state.wait.event).not.toBe(before.wait?.event);
            expect(state.wait.tag).toBe(state.tag);
          }
        });
      }),
    );
  });
});

test("R12 what is dated before a risk was raised happened as it was raised", () => {
  const of = history(raised(friday), { kind: "retagged", tag: "post-delivery", at: friday - 5 * hourMs });
  expect(riskState(of, friday)).toMatchObject({ tag: "post-delivery", touchedAt: friday, wait: { since: friday } });
  expect(riskState(of, friday - 1)).toBeNull();
});

describe("R8 each rung once", () => {
  test("whatever order the events come in, and however often, the same is due", () => {
    assert(
      property(anyHistory, shuffle, instant, (of, seed, now) => {
        const calendar = london;
        expect(dueRungs(retold(of, seed), startingLadders, { now, calendar })).toEqual(
          dueRungs(of, startingLadders, { now, calendar }),
        );
      }),
    );
  });

  test("a clock that jumps back and forth, also over a clock change, climbs no rung twice and none too early", () => {
    assert(
      property(anyHistory, array(instant, { minLength: 1, maxLength: 12 }), (of, clock) => {
        let now: RiskHistory = of;
        const climbed: string[] = [];
        for (const tick of clock) {
          const rungs = dueRungs(now, startingLadders, { now: tick, calendar: london });
          for (const { dueAt } of rungs) expect(dueAt).toBeLessThanOrEqual(tick);
          climbed.push(...rungs.map(({ key }) => key));
          now = climb(now, tick).after;
          expect(due(now, tick)).toEqual([]);
        }
        expect(new Set(climbed).size).toBe(climbed.length);
      }),
    );
  });

  test("two workers who do not see each other name the same rung alike", () => {
    assert(
      property(anyHistory, shuffle, instant, (of, seed, now) => {
        expect(climb(retold(of, seed), now).keys).toEqual(climb(of, now).keys);
      }),
      { numRuns: 50 },
    );
  });

  test("in the end as many are climbed as were due, whether the app looks every hour or once", () => {
    assert(
      property(instant, (now) => {
        const of = history(raised(friday));
        let hourly = of;
        for (let tick = friday; tick <= now; tick += 6 * hourMs) hourly = climb(hourly, tick).after;
        const ids = (some: RiskHistory) => climb(some, now).after.events.map(({ id }) => id);
        expect(ids(hourly)).toEqual(ids(of));
      }),
      { numRuns: 30 },
    );
  });
});

describe("R13 who is asked", () => {
  const risk = { ...blankRisk("r", "R"), owner: "rita" };
  const bare = blankPlan("p", "P");
  const seats = { sponsor: "sam", projectManager: "pia", admin: null };
  const steps = [
    { ...blankStep("a", "A"), side: "supplier" as const, owner: "zoe" },
    { ...blankStep("b", "B"), side: "supplier" as const, owner: "sue" },
    { ...blankStep("c", "C"), side: "supplier" as const, owner: "sue" },
    { ...blankStep("d", "D"), side: "buyer" as const, owner: "bob" },
  ];

  test.each([
    ["risk-owner", "rita"],
    ["project-manager", "pia"],
    ["implementation-owner", "ida"],
    ["supplier", "sue"],
    ["sponsor", "sam"],
  ] as const)("%s is %s", (role, person) => {
    expect(personAsked(role, { ...bare, owner: "ida", seats, steps }, risk)).toBe(person);
  });

  test("an empty seat is passed on, and only a plan without anybody asks nobody", () => {
    expect(personAsked("sponsor", { ...bare, seats: { ...seats, sponsor: null } }, risk)).toBe("pia");
    expect(personAsked("supplier", { ...bare, owner: "ida" }, risk)).toBe("ida");
    expect(personAsked("project-manager", { ...bare, seats: { ...seats, projectManager: null } }, risk)).toBe("sam");
    expect(personAsked("risk-owner", bare, { ...risk, owner: null })).toBeNull();
  });
});

describe("ladders that cannot be used say why", () => {
  const [owner, manager, sponsor] = startingLadders["pre-delivery"];
  test.each<[string, Ladders["pre-delivery"]]>([
    ["Nobody is ever asked about a pre-delivery risk.", []],
    [
      "“soon” on the pre-delivery rung owner is no length of time such as 2d.",
      [{ ...owner!, after: "soon" }, manager!],
    ],
    ["The pre-delivery ladder asks a higher level before a lower one.", [manager!, owner!, sponsor!]],
    ["The pre-delivery ladder asks before the risk is there.", [{ ...owner!, after: "-1d" }]],
    ["Two pre-delivery rungs have one id.", [owner!, { ...manager!, id: "owner" }]],
    ["The pre-delivery rung owner does nothing.", [{ ...owner!, acts: [] }]],
  ])("%s", (fault, rungs) => {
    expect(ladderFaults({ ...startingLadders, "pre-delivery": rungs }, london)).toEqual([fault]);
  });

  test("the starting ladders have none, in working hours or around the clock", () => {
    expect(ladderFaults(startingLadders, london)).toEqual([]);
    expect(ladderFaults(startingLadders, continuousCalendar("UTC"))).toEqual([]);
  });
});
