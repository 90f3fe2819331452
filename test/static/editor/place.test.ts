import { expect, test } from "vitest";
import { placeIn } from "../../../static/src/editor/place";

/** `|` is the cursor. */
function at(text: string) {
  const cursor = text.indexOf("|");
  return placeIn(text.replace("|", ""), cursor);
}

test.each([
  ["|", { path: [], key: null, word: "" }],
  ["pla|", { path: [], key: null, word: "pla" }],
  ["plan:\n  ti|", { path: ["plan"], key: null, word: "ti" }],
  ["plan:\n  scope:\n    |", { path: ["plan", "scope"], key: null, word: "" }],
  ["steps:\n  - id: a\n    ti|", { path: ["steps", "*"], key: null, word: "ti" }],
  ["steps:\n  - i|", { path: ["steps", "*"], key: null, word: "i" }],
  ["steps:\n- i|", { path: ["steps", "*"], key: null, word: "i" }],
  ["steps:\n- id: a\n  side: bu|", { path: ["steps", "*"], key: "side", word: "bu" }],
  ["steps:\n  - id: a\n    side: |", { path: ["steps", "*"], key: "side", word: "" }],
  ["steps:\n  - id: a\n    success:\n      - mea|", { path: ["steps", "*", "success", "*"], key: null, word: "mea" }],
  ["steps:\n  - id: a\n    after:\n      - b|", { path: ["steps", "*", "after", "*"], key: null, word: "b" }],
  ["steps:\n  - { id: a, si| }", { path: ["steps", "*"], key: null, word: "si" }],
  ["steps:\n  - { id: a, side: s| }", { path: ["steps", "*"], key: "side", word: "s" }],
  ["steps:\n  - { id: a, after: [x, y| ] }", { path: ["steps", "*", "after"], key: "*", word: "y" }],
  [
    "steps:\n  - { id: a, after: [{ step: x, type: F| }] }",
    { path: ["steps", "*", "after", "*"], key: "type", word: "F" },
  ],
  ["plan:\n  title: x\nrisks:\n  - id: r\n    tag: p|", { path: ["risks", "*"], key: "tag", word: "p" }],
  ["plan:\n  title: x\n\n# note\nri|", { path: [], key: null, word: "ri" }],
])("the place of the cursor in %j", (text, place) => {
  expect(at(text)).toEqual(place);
});
