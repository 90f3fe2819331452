import * as fc from "fast-check";
import { expect, test } from "vitest";
import { normalise, toDocument, toText } from "#domain/sync/document";

test("S10 paragraphs, lists and bold go to Jira's format and come back", () => {
  const text = "First **bold** words\nsecond line\n\n- one\n- two\n\n1. a\n2. b\n\nLast";
  expect(toText(toDocument(text))).toEqual({ text, rich: false });
});

test("S1 normalising twice is normalising once, and what was written is never called rich", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("- a", "* b", "1. c", "**d**", "plain", "", " ", "a**b", "-", "**"), { maxLength: 8 }),
      (lines) => {
        const once = normalise(lines.join("\n"));
        expect(normalise(once)).toBe(once);
        expect(toText(toDocument(once)).rich).toBe(false);
      },
    ),
  );
});

test.each([
  ["a mention", { type: "paragraph", content: [{ type: "mention", attrs: { id: "1", text: "@Ana" } }] }, "@Ana"],
  ["a link", { type: "paragraph", content: [{ type: "text", text: "x", marks: [{ type: "link" }] }] }, "x"],
  [
    "a panel",
    { type: "panel", content: [{ type: "paragraph", content: [{ type: "text", text: "careful" }] }] },
    "careful",
  ],
])("S10 %s is readable and known to be more than text", (_, block, text) => {
  expect(toText({ type: "doc", version: 1, content: [block] })).toEqual({ text, rich: true });
});

test("S10 a text Jira has cut in two, or an empty paragraph, is no difference", () => {
  const cut = {
    type: "paragraph",
    content: [
      { type: "text", text: "a" },
      { type: "text", text: "b" },
    ],
  };
  expect(toText({ type: "doc", version: 1, content: [cut] })).toEqual({ text: "ab", rich: false });
  expect(toText({ type: "doc", version: 1, content: [{ type: "paragraph" }] })).toEqual({ text: "", rich: false });
});
