import { expect, test } from "vitest";
import { blankPlan, blankRisk, blankRollback } from "#domain/plan/blank";
import { findCycle } from "#domain/plan/cycle";
import { lint, lintAll, rules } from "#domain/plan/lint";
import type { Plan, Step } from "#domain/plan/plan";
import type { RaciRow } from "#domain/plan/raci-row";
import { phases } from "#domain/plan/phases";
import { missingAttributes } from "#domain/plan/rules/completeness";
import { someStep } from "../../support/any-plan";

const plan = (rest: Partial<Plan>): Plan => ({ ...blankPlan("p", "P"), ...rest });
const row = (task: string, accountable: string | null, rest: Partial<RaciRow> = {}): RaciRow => ({
  task,
  accountable,
  responsible: [],
  consulted: [],
  informed: [],
  ...rest,
});
const found = (some: Partial<Plan>, rule: string) => lint(plan(some)).filter((finding) => finding.rule === rule);
const items = (some: Partial<Plan>, rule: string) => found(some, rule).map(({ item }) => item);

test("every rule has a name of its own and every finding its mend", () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const finding of lint(
    plan({ steps: [someStep("a")], affects: { liveSystems: true, productionData: true, businessOperations: true } }),
  )) {
    expect(finding.message.endsWith(".") && finding.mend.endsWith("."), finding.rule).toBe(true);
  }
});

const five = {
  description: { description: "How it is done." },
  owner: { owner: "ana@example.com" },
  timeline: { duration: "2d" },
  dependencies: { after: [{ step: "first", type: "FS" as const, lag: "0" }] },
  success: {
    success: [
      {
        measure: "rows",
        op: ">=" as const,
        value: 1,
        unit: "rows",
        by: "2026-01-01",
        from: null,
        holds: "by" as const,
      },
    ],
  },
};

test("M3 for each of the 32 subsets of missing attributes exactly the missing ones are named", () => {
  const names = ["description", "owner", "timeline", "dependencies", "success"] as const;
  for (let subset = 0; subset < 32; subset++) {
    const missing = names.filter((_, at) => subset & (1 << at));
    const given: Partial<Step> = Object.fromEntries(
      names.filter((name) => !missing.includes(name)).flatMap((name) => Object.entries(five[name])),
    );
    expect(missingAttributes(someStep("a", given), new Set())).toEqual(missing);
    const named = lint(plan({ steps: [someStep("first"), someStep("a", given)] })).filter(
      ({ item, rule }) => item === "a" && rule.startsWith("step-") && rule !== "step-vague",
    );
    expect(named.map(({ field }) => field)).toEqual(missing);
  }
});

test.each([0, 1, 2, 3, 4, 5, 6, 7])(
  "M13 a rollback is needed exactly when one of the three flags is set: row %i",
  (bits) => {
    const affects = { liveSystems: (bits & 1) > 0, productionData: (bits & 2) > 0, businessOperations: (bits & 4) > 0 };
    expect(found({ affects }, "rollback-missing")).toHaveLength(bits === 0 ? 0 : 1);
    expect(found({ affects, rollbacks: [blankRollback("r", "R")] }, "rollback-missing")).toHaveLength(0);
  },
);

const after = (step: string) => [{ step, type: "FS" as const, lag: "0" }];

test("M6 a circle is reported with its members in order, references to nothing and ids given twice by name", () => {
  const steps = [
    someStep("a", { after: after("c") }),
    someStep("b", { after: after("a") }),
    someStep("c", { after: after("b") }),
  ];
  expect(found({ steps }, "dependency-cycle")[0]?.message).toMatch(/a → b → c → a|b → c → a → b|c → a → b → c/);
  expect(
    items(
      { steps: [someStep("a", { after: after("gone"), parent: "none", wave: "w", needs: ["x"] })] },
      "unknown-reference",
    ),
  ).toHaveLength(4);
  expect(
    items({ steps: [someStep("a"), someStep("a")], risks: [blankRisk("b", "B"), blankRisk("b", "B")] }, "duplicate-id"),
  ).toEqual(["a", "b"]);
  expect(items({ steps: [someStep("a")], risks: [blankRisk("a", "A")] }, "duplicate-id")).toEqual(["a"]);
  expect(items({ steps: [someStep("a", { anchor: { anchor: "golive", offset: "-1d" } })] }, "unknown-anchor")).toEqual([
    "a",
  ]);
  const waves = [{ id: "w", title: "", golive: "2026-01-05", departments: [] }];
  expect(
    items(
      { waves, steps: [someStep("a", { wave: "w", anchor: { anchor: "golive", offset: "-1d" } })] },
      "unknown-anchor",
    ),
  ).toEqual([]);
});

test("M6 a chain of a hundred thousand steps is no circle and no overflow", () => {
  const ids = Array.from({ length: 100_000 }, (_, at) => `${at}`);
  expect(findCycle(ids, (id) => (id === "99999" ? [] : [`${Number(id) + 1}`]))).toBeNull();
  expect(findCycle(ids, (id) => [`${(Number(id) + 1) % 100_000}`])).toHaveLength(100_000);
});

const full = ["configure", "test-live-data", "coach-super-users", "decommission-legacy"].map((task) =>
  row(task, "a@example.com"),
);

test("M26 the four rows of an implementation, each with exactly one accountable", () => {
  expect(items({ raci: [] }, "raci-row-missing")).toEqual(full.map(({ task }) => task));
  expect(items({ raci: full }, "raci-row-missing")).toEqual([]);
  expect(items({ raci: [row("Test with live data", "a@example.com")] }, "raci-row-missing")).not.toContain(
    "test-live-data",
  );
  expect(
    items(
      { raci: [row("x", null), row("y", "a@example.com, b@example.com"), row("z", "a@example.com")] },
      "raci-accountable",
    ),
  ).toEqual(["x", "y"]);
});

test.each(["Project Manager", "IT", "dba-team", "the vendor", "sales managers"])(
  "M27 the role %s is no person",
  (owner) => {
    expect(items({ steps: [someStep("a", { owner })] }, "owner-is-role")).toEqual(["a"]);
    expect(items({ raci: [row("x", owner)] }, "raci-not-a-person")).toEqual(["x"]);
  },
);

test.each(["ana@example.com", "5b10ac8d82e05b22cc7d4ef5", "712020:0a1b2c3d-1111-4222-8333-444455556666"])(
  "M27 the account %s is a person",
  (owner) => {
    expect(items({ owner, steps: [someStep("a", { owner })], raci: [row("x", owner)] }, "owner-is-role")).toEqual([]);
    expect(items({ raci: [row("x", owner)] }, "raci-not-a-person")).toEqual([]);
  },
);

const kinds: readonly (readonly [string, Step])[] = [
  ["configuration", someStep("c", { kind: "configuration" })],
  ["integration", someStep("i", { title: "Connect orders to SAP" })],
  ["testing", someStep("t", { stream: "test" })],
  ["change management", someStep("m", { stream: "change" })],
  ["early support", someStep("s", { stream: "support" })],
];

test.each(kinds)("M98 a plan that only lacks %s is told so", (name) => {
  const steps = kinds.filter(([kind]) => kind !== name).map(([, step]) => step);
  expect(found({ steps }, "coverage").map(({ message }) => message)).toEqual([`No step covers ${name}.`]);
});

test("M30 a technical group without a change step beside it is flagged", () => {
  const group = [someStep("g"), someStep("t", { parent: "g", stream: "technical" })];
  expect(items({ steps: group }, "technical-without-change")).toEqual(["g"]);
  expect(
    items({ steps: [...group, someStep("c", { parent: "g", stream: "change" })] }, "technical-without-change"),
  ).toEqual([]);
});

test("M71 many departments on one day are a big bang, waves are not", () => {
  const wave = (id: string, golive: string, departments: readonly string[]) => ({ id, title: id, golive, departments });
  expect(found({ waves: [wave("a", "2026-01-05", ["Sales", "Service"])] }, "big-bang")).toHaveLength(1);
  expect(
    found({ waves: [wave("a", "2026-01-05", ["Sales"]), wave("b", "2026-01-05", ["Service"])] }, "big-bang"),
  ).toHaveLength(1);
  expect(
    found({ waves: [wave("a", "2026-01-05", ["Sales"]), wave("b", "2026-02-02", ["Service"])] }, "big-bang"),
  ).toHaveLength(0);
  expect(
    found({ scope: { in: ["Sales", "Service"], out: [] }, anchors: { golive: "2026-01-05" } }, "big-bang"),
  ).toHaveLength(1);
});

test("M65 a step that waits for a later phase is out of order", () => {
  const steps = [
    someStep("a", { phase: phases[3] }),
    someStep("b", { phase: phases[1], after: after("a") }),
    someStep("c", { phase: phases[4], after: after("a") }),
  ];
  expect(items({ steps }, "phase-order")).toEqual(["b"]);
});

test("M33 M68 tests and design keep their order, also through other steps", () => {
  const steps = [
    someStep("uat", { kind: "acceptance-test" }),
    someStep("x", { after: after("uat") }),
    someStep("unit", { kind: "unit-test", after: after("x") }),
  ];
  expect(items({ steps }, "kind-order")).toEqual(["unit"]);
  expect(items({ steps }, "acceptance-no-mirror")).toEqual(["uat"]);
});

test("M2 steps without objective, objectives without step, and a group that answers for its steps", () => {
  const objective = ["One", "Two"];
  const steps = [someStep("g", { objective: ["One"] }), someStep("a", { parent: "g" }), someStep("b")];
  expect(items({ objective, steps }, "step-orphan")).toEqual(["b"]);
  expect(found({ objective, steps }, "objective-unserved").map(({ message }) => message)).toEqual([
    'No step serves the objective "Two".',
  ]);
});

test("M8 criteria nobody can measure, without deadline, or that cannot be met", () => {
  const criterion = five.success.success[0]!;
  const step = (some: object) => ({ steps: [someStep("a", { success: [{ ...criterion, ...some }] })] });
  expect(found(step({ measure: "users are happy", unit: "" }), "criterion-unmeasurable")).toHaveLength(1);
  expect(found(step({}), "criterion-unmeasurable")).toHaveLength(0);
  expect(found(step({ by: null }), "criterion-no-deadline")).toHaveLength(1);
  expect(found(step({ unit: "%", op: ">", value: 100 }), "criterion-impossible")).toHaveLength(1);
  expect(found(step({ unit: "%", op: ">=", value: 100 }), "criterion-impossible")).toHaveLength(0);
});

test("a finding is accepted with a reason, for one item or everywhere, and never without one", () => {
  const steps = [someStep("a"), someStep("b")];
  const accept = (item: string | null, reason: string) =>
    plan({ steps, accepted: [{ rule: "step-owner", item, reason }] });
  const owners = (some: Plan) => lint(some).flatMap(({ rule, item }) => (rule === "step-owner" ? [item] : []));
  expect(owners(accept("a", "Ana joins in May."))).toEqual(["b"]);
  expect(owners(accept(null, "Owners follow in May."))).toEqual([]);
  expect(owners(accept("a", " "))).toEqual(["a", "b"]);
  expect(lintAll(accept("a", "Ana joins in May.")).accepted.map(({ reason }) => reason)).toEqual(["Ana joins in May."]);
  expect(lint(plan({ accepted: [{ rule: "no-such", item: null, reason: "x" }] })).map(({ rule }) => rule)).toContain(
    "accepted-rule-unknown",
  );
  expect(lint(plan({ steps }), { "step-owner": "off" }).map(({ rule }) => rule)).not.toContain("step-owner");
  expect(lint(plan({ steps }), { "step-owner": "error" }).find(({ rule }) => rule === "step-owner")?.level).toBe(
    "error",
  );
});
