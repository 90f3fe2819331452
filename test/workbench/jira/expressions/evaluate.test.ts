import { describe, expect, test } from "vitest";
import { createMeter, evaluate, spend } from "../../../../workbench/jira/expressions/evaluate";
import { clockName } from "../../../../workbench/jira/expressions/members";
import { fromJson, toJson, type Value } from "../../../../workbench/jira/expressions/value";

const context = new Map<string, Value>([
  [clockName, Date.UTC(2026, 2, 10, 9)],
  ["config", fromJson({ plan: "crm", limits: [3, 1, 2], none: null })],
]);
const run = (source: string): unknown => toJson(evaluate(source, context));

describe("Jira expressions", () => {
  test.each<[string, unknown]>([
    ["1 + 2 * 3 - 4 % 3", 6],
    ["-(2 + 1) * 2", -6],
    ["'a' + 1 + true", "a1true"],
    ["1 < 2 && !(2 >= 3) || false", true],
    ["1 == 1 ? 'yes' : 'no'", "yes"],
    ["null ?? 'other'", "other"],
    ["[1, 2] == [1, 2]", true],
    ["config.limits.map(x => x * 2).filter((x) => x > 2)", [6, 4]],
    ["config.limits.reduce((sum, x) => sum + x, 10)", 16],
    ["config.limits.sort((a, b) => a - b)[0]", 1],
    ["config['plan'].toUpperCase().split('R')", ["C", "M"]],
    ["config.missing", null],
    ["config.none?.name.first", null],
    ["let x = 2; let y = x + 1; x * y", 6],
    ["if (config.plan == 'crm') { return 'is' } else { 'is not' }", "is"],
    ["`plan ${config.plan}!`", "plan crm!"],
    ["typeof config", "Map"],
    ["{ a: [1].length, 'b c': null }", { a: 1, "b c": null }],
    ["config.limits.some(x => x == 3) && config.limits.every(x => x > 0) && config.limits.includes(2)", true],
    ["new Date('2026-01-31').plusMonths(1).toCalendarDate()", "2026-02-28"],
    ["new Date().toCalendarDate().isAfter(new CalendarDate('2026-03-09'))", true],
    ["new CalendarDate('2026-03-01') < new CalendarDate('2026-03-02')", true],
    ["/* why */ 7 // so", 7],
  ])("%s", (source, value) => expect(run(source)).toEqual(value));

  test.each<[string, string]>([
    ["config.none.name", "Cannot read property 'name' of null."],
    ["'a'.shout()", "Unrecognized property of `String`: `shout`."],
    ["whatever", "Unrecognized identifier: 'whatever'."],
    ["1 && true", "Expected Boolean but got Number."],
    ["1 < 'a'", "Can't compare Number to String."],
    ["1 + null", "Operator '+' cannot be applied to Number and null."],
    ["issues.map(i => >)", "> encountered at line 1, column 17"],
    ["try { 1 } catch () { 2 }", "'try' is not supported here."],
    ["1 2", "end of expression expected, 2 encountered"],
    ["a # b", "Unexpected character '#' at line 1, column 3."],
  ])("refuses %s", (source, message) => expect(() => run(source)).toThrow(message));

  test("stops after ten expensive operations and after many steps", () => {
    const meter = createMeter();
    for (let count = 0; count < 10; count += 1) spend(meter);
    expect(() => spend(meter)).toThrow("more than 10 expensive operations");
    const nested = "config.limits.map(a => config.limits.map(b => ".repeat(6) + "1" + "))".repeat(6);
    expect(() => run(nested)).toThrow("more than 50000 steps");
  });
});
