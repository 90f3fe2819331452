import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { assert, property, stringMatching } from "fast-check";
import { findDuration } from "#domain/calendar/duration";
import { patterns } from "#contract/file-patterns";
import { planFile } from "#contract/plan-file";
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

/** Eight people at work for some weeks, and a ticket of each, so that every part is there. */
const folder = mkdtempSync(join(tmpdir(), "published-"));
const eight = (line: (at: number) => string): string => Array.from({ length: 8 }, (_, at) => line(at)).join("\n");
const days = ["2026-12-01", "2026-12-08", "2026-12-15", "2026-12-22", "2027-01-05", "2027-01-12"];
const works = days.map((day) => eight((at) => `${day}-${at},p${at},${day}T09:00:00Z,transaction,order`)).join("\n");
const asks = eight((at) => `HD-${at},p${at},2027-01-12T10:00:00Z,${at < 6 ? "Question" : "Spam"}`);
const list = (name: string, columns: string, lines: string): string => {
  writeFileSync(join(folder, name), `${columns}\n${lines}`);
  return join(folder, name);
};
const [events, people, tickets] = [
  list("events.csv", "id,person,at,kind,process", works),
  list(
    "people.csv",
    "person,wave,department",
    eight((at) => `p${at},sales,D`),
  ),
  list("tickets.csv", "key,reporter,created,category", asks),
];
const files = ["--plan", demo, "--events", events, "--people", people, "--tickets", tickets];
const metricsWords = ["metrics", ...files, "--cut", "2027-01-25T06:00:00Z"];

const survival = { time: [1, 2, 2, 4, 5], status: [1, 0, 2, 1, 1], group: ["a", "a", "b", "b", "b"], at: [2, 9] };

test.each([
  ["convert", ["convert", demo, "--to", "json"], {}],
  ["convertToText", ["convert", demo, "--to", "markdown"], {}],
  ["lint", ["lint", demo], {}],
  ["schedule", ["schedule", demo], {}],
  ["metrics", metricsWords, {}],
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

const planSchema = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
addFormats.default(planSchema);
const isPlan = planSchema.compile(schemas["plan-file.schema.json"] ?? {});

const small = (step: object, head: object = {}, risk: object = {}) => ({
  uptake: 1,
  plan: { id: "p", title: "P", ...head },
  steps: [{ id: "a", title: "A", ...step }],
  risks: [{ id: "r", title: "R", tag: "pre-delivery", likelihood: 3, impact: 3, ...risk }],
});

test.each([
  ["a day", small({ start: "2026-03-02" }), true],
  ["a minute of a day", small({ start: "2026-03-02T13:00" }), true],
  ["no day", small({ start: "2026-02-30" }), false],
  ["a length", small({ duration: "1w 2.5d" }), true],
  ["a length in other words", small({ duration: "2 days" }), false],
  ["a length of less than nothing", small({ duration: "-2d" }), false],
  ["a lag", small({ after: [{ step: "b", type: "SS", lag: "-50%" }] }), true],
  ["a lag in words", small({ after: [{ step: "b", lag: "soon" }] }), false],
  ["a link of no kind", small({ after: [{ step: "b", type: "XX" }] }), false],
  ["an anchor", small({ anchor: { golive: "-10d" } }), true],
  ["two anchors", small({ anchor: { golive: "-10d", delivery: "1d" } }), false],
  ["a constraint", small({ constraint: { "must-finish-on": "2026-03-04" } }), true],
  ["a constraint nobody knows", small({ constraint: { "must-end": "2026-03-04" } }), false],
  ["more than all", small({ progress: { percent: 120 } }), false],
  ["a blank title", small({ title: "  " }), false],
  ["an id with blanks", small({ id: "a b" }), false],
  ["a misspelt key", small({ sucess: [] }), false],
  ["hours", small({}, { calendar: { days: ["mon"], hours: ["08:00-12:00"] } }), true],
  ["hours without minutes", small({}, { calendar: { days: ["mon"], hours: ["8-12"] } }), false],
  ["a score beyond the scale", small({}, {}, { likelihood: 0 }), false],
  ["another version", { ...small({}), uptake: 2 }, false],
])("schema and reader agree on %s", (_, document, isGood) => {
  expect([isPlan(document), planFile.safeParse(document).success]).toEqual([isGood, isGood]);
});

test("the pattern of a length is what the reader reads", () => {
  const words = stringMatching(/^[ +-]?[0-9.]{0,3} ?e?[wdhmx]?( [0-9]{1,2}e?[wdhm])?$/);
  const pattern = new RegExp(patterns.offset, "u");
  assert(property(words, (text) => pattern.test(text) === (findDuration(text) !== null)));
});

test("H5 metrics print what people asked for, without what is no ticket, and a category stands on a ticket alone", async () => {
  const found = answerShapes.metrics.parse(await printed(metricsWords));
  expect(found.askedFor).toMatchObject({
    tickets: 6,
    parts: [{ about: "how-to", tickets: 6, share: 1 }, {}, {}, {}, {}],
  });
  const isEvent = addFormats.default(new Ajv2020({ strict: false })).compile(schemas["usage-event.schema.json"] ?? {});
  const event = { id: "1", plan: "crm", person: "ana", at: "2026-11-20T09:12:00Z", category: "defect" };
  expect([isEvent({ ...event, kind: "ticket" }), isEvent({ ...event, kind: "login" })]).toEqual([true, false]);
});
