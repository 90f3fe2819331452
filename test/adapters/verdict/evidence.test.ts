import { packEvidence, unpackEvidence } from "#adapters/verdict/evidence";
import { assert, property, string } from "fast-check";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

test("what was packed comes back letter for letter", () => {
  assert(property(string({ unit: "grapheme" }), (text) => unpackEvidence(packEvidence(text)) === text));
});

test("a property of Jira holds it, or it is left out", () => {
  const noise = Array.from({ length: 40_000 }, (_, at) => ((at * 2_654_435_761) % 4_294_967_291).toString(36)).join("");
  expect(packEvidence(noise)).toBeNull();
  expect(JSON.stringify(packEvidence("many weeks alike ".repeat(20_000))).length).toBeLessThan(32_768);
});

test.each([
  ["nothing", undefined],
  ["a text", "hello"],
  ["what is no gzip", { version: 1, gzip: "aGVsbG8=" }],
  ["a bomb", { version: 1, gzip: gzipSync("0".repeat(30_000_000)).toString("base64") }],
  ["another version", { version: 2, gzip: gzipSync("{}").toString("base64") }],
])("%s in its place is no evidence", (_, value) => {
  expect(unpackEvidence(value)).toBeNull();
});
