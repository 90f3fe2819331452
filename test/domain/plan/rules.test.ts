import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { planFile, toPlanFile } from "#contract/plan-file";
import { blankPlan } from "#domain/plan/blank";
import { effortSplit } from "#domain/plan/effort-split";
import { applyFix } from "#domain/plan/fixes";
import { lint, rules } from "#domain/plan/lint";
import type { Plan } from "#domain/plan/plan";
import { someStep } from "../../support/any-plan";
import { ruleCases } from "./rule-cases";

const plan = (rest: Partial<Plan>): Plan => ({ ...blankPlan("p", "P"), ...rest });
const said = (some: Partial<Plan>, rule: string) => lint(plan(some)).filter((finding) => finding.rule === rule);

test("every rule has a failing and a passing case, and no case is without its rule", () => {
  expect(Object.keys(ruleCases).toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
});

test.each(rules.map(({ id, keeps, level }) => [keeps, id, level] as const))(
  "%s %s speaks up, and falls silent",
  (_, id, level) => {
    const [fails, passes] = ruleCases[id]!;
    expect(said(fails, id).map((finding) => finding.level)).toContain(level);
    expect(said(passes, id)).toEqual([]);
  },
);

test("a plan weighs rules its own way, also in its file; a rule nobody knows is named", () => {
  const some = plan({ rules: { "plan-no-owner": "hint", "seat-empty": "off", "no-such": "off" } });
  const found = lint(some);
  expect(found.find(({ rule }) => rule === "plan-no-owner")?.level).toBe("hint");
  expect(found.map(({ rule }) => rule)).not.toContain("seat-empty");
  expect(found.find(({ field }) => field === "rules")?.message).toContain('"no-such"');
  expect(planFile.parse(toPlanFile(some))).toEqual(some);
});

test.each(["unknown-reference", "start-twice", "constraint-idle", "freeze", "tuesday-test", "gate-no-threshold"])(
  "the fix of %s leaves nothing to say",
  (rule) => {
    const some = plan(ruleCases[rule]![0]);
    const [finding] = said(some, rule);
    if (finding?.fix === undefined) throw new Error("no fix");
    expect(said(applyFix(some, finding.fix), rule)).toEqual([]);
    expect(finding.fix.says).toMatch(/^[A-Z].*[^.]$/);
  },
);

test("M40 the fix of refresh-missing adds the three refreshes once training has an end", () => {
  const some = plan({ anchors: { trainingEnd: "2026-05-01" }, steps: [someStep("t", { stream: "training" })] });
  const [finding] = said(some, "refresh-missing");
  if (finding?.fix === undefined) throw new Error("no fix");
  const mended = applyFix(some, finding.fix);
  expect(mended.steps.map(({ id }) => id)).toEqual(["t", "refresh-day-3", "refresh-week-3", "refresh-month-3"]);
  expect(said(mended, "refresh-missing")).toEqual([]);
});

test("M69 a matrix once begun lists every role that is taught", () => {
  const permissions = [{ role: "Seller", record: "orders", view: true, edit: true, delete: false }];
  const curricula = ["Seller", "Agent"].map((role) => ({ role, receive: ["x"], own: ["y"], firstSession: null }));
  expect(said({ permissions, curricula }, "permission-undecided").map(({ item }) => item)).toEqual(["Agent"]);
  expect(planFile.parse(toPlanFile(plan({ permissions })))).toEqual(plan({ permissions }));
});

test("M82 the split of effort counts work, not waiting, and groups once", () => {
  const steps = [
    someStep("g", { duration: "9d" }),
    someStep("a", { parent: "g", stream: "technical", duration: "1d" }),
    someStep("b", { parent: "g", stream: "training", duration: "4d" }),
    someStep("c", { stream: "technical", duration: "2ed" }),
  ];
  expect(effortSplit(plan({ steps }))).toEqual({ preparationMinutes: 1920, technicalMinutes: 480, preparation: 0.8 });
  expect(effortSplit(plan({})).preparation).toBeNull();
});

test("docs/lint-rules.md lists every rule with what it says", () => {
  const page = readFileSync(new URL("../../../docs/lint-rules.md", import.meta.url), "utf8");
  const listed = page.split("\n").filter((line) => line.startsWith("| `"));
  const cells = (line: string) => line.split("|").map((cell) => cell.trim());
  const rows = rules.map(({ id, keeps, level }) => {
    const [finding] = said(ruleCases[id]![0], id);
    return ["", `\`${id}\``, level, keeps, finding?.message ?? "", finding?.mend ?? "", finding?.fix?.says ?? "", ""];
  });
  expect(listed.map(cells)).toEqual(rows);
});
