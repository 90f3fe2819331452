import { expect, test } from "vitest";
import { choices } from "../../static/src/risk/decision-words";
import { keysOf } from "../../static/src/space/page-keys";

const pressed = (tab: string) => keysOf(tab).flatMap(({ lines }) => lines.flatMap(({ keys }) => keys));

test("every tab names its keys, and the key that names them", () => {
  for (const tab of ["overview", "plan", "risks", "rollback", "adoption", "gates", "settings"]) {
    expect(pressed(tab)).toContain("?");
  }
  expect(pressed("plan")).toEqual(expect.arrayContaining(["/", "Enter", "F2", "F", "J"]));
  expect(pressed("risks")).toEqual(expect.arrayContaining(choices.map(({ letter }) => letter.toUpperCase())));
});
