import { expect, test } from "vitest";
import { choices } from "../../static/src/risk/decision-words";
import { glossary } from "../../static/src/space/glossary";
import { keysOf } from "../../static/src/space/page-keys";

const pressed = (tab: string) => keysOf(tab).flatMap(({ lines }) => lines.flatMap(({ keys }) => keys));

test("every tab names its keys, and the key that names them", () => {
  for (const tab of ["overview", "plan", "risks", "rollback", "adoption", "gates", "deck", "settings"]) {
    expect(pressed(tab)).toContain("?");
  }
  expect(pressed("plan")).toEqual(expect.arrayContaining(["/", "Enter", "F2", "F", "J"]));
  expect(pressed("risks")).toEqual(expect.arrayContaining(choices.map(({ letter }) => letter.toUpperCase())));
});

test("M16 the glossary says first what the plan is, and names the three it is not", () => {
  const words = glossary.map(({ word }) => word);
  expect(words.slice(0, 4)).toEqual([
    "Implementation plan",
    "Project plan",
    "Execution plan",
    "Change-management plan",
  ]);
  expect(new Set(words).size).toBe(words.length);
});
