import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { published } from "../../cli/published";
import { answer } from "../../cli/answer";
import { answerShapes } from "../../cli/answer-shapes";

const demo = new URL("../../workbench/sites/crm.yaml", import.meta.url).pathname;
const schemas = published();

test.each(Object.keys(schemas))("the published %s is the schema in force", (file) => {
  const text = readFileSync(new URL(`../../docs/${file}`, import.meta.url), "utf8");
  expect(JSON.parse(text)).toEqual(schemas[file]);
});

async function printed(words: readonly string[], input = ""): Promise<unknown> {
  let out = "";
  const decoder = new TextDecoder();
  await answer([...words, "--json"], {
    out: async (text) => void (out += typeof text === "string" ? text : decoder.decode(text)),
    say: () => undefined,
    input: async () => input,
  });
  return JSON.parse(out);
}

const survival = { time: [1, 2, 2, 4, 5], status: [1, 0, 2, 1, 1], group: ["a", "a", "b", "b", "b"], at: [2, 9] };

test.each([
  ["convert", ["convert", demo, "--to", "json"], {}],
  ["convertToText", ["convert", demo, "--to", "markdown"], {}],
  ["lint", ["lint", demo], {}],
  ["schedule", ["schedule", demo], {}],
  ["refused", ["convert", "nowhere.csv", "--to", "json"], {}],
  ["survival", ["stats", "survival"], survival],
  ["trend", ["stats", "trend"], { y: [5, 4, null, 3, 1] }],
  ["rate", ["stats", "rate"], { count: 3, exposure: 10 }],
  ["rate-ratio", ["stats", "rate-ratio"], { x1: 0, t1: 5, x2: 3, t2: 5 }],
  ["proportion", ["stats", "proportion"], { x: 0, n: 0 }],
] as const)("what is printed has the published shape of %s", async (shape, words, input) => {
  const document = await printed(words, JSON.stringify(input));
  expect(answerShapes[shape].safeParse(document).error?.issues ?? []).toEqual([]);
  const ajv = addFormats.default(new Ajv2020({ strict: false }));
  ajv.addSchema(schemas["answers.schema.json"] ?? {}, "answers");
  const isValid = ajv.validate({ $ref: `answers#/$defs/${shape}` }, document);
  expect([isValid, ajv.errors]).toEqual([true, null]);
});

test("a usage event of the readme is one by the published schema, and one with a misspelt kind is none", () => {
  const ajv = addFormats.default(new Ajv2020({ strict: false }));
  const isEvent = ajv.compile(schemas["usage-event.schema.json"] ?? {});
  const event = {
    id: "1",
    plan: "crm-2026",
    person: "ana@example.com",
    at: "2027-01-20T09:12:00Z",
    kind: "transaction",
  };
  expect([isEvent(event), isEvent({ ...event, kind: "buys" })]).toEqual([true, false]);
});
