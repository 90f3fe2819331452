import { expect, test } from "vitest";
import { laddersOf, matrixOf } from "#domain/risk/scheme";
import { readPlan, writeYaml } from "#formats/yaml";

const head = "uptake: 1\nplan: { id: p, title: P }\nsteps: []\n";
const risk = (likelihood: number, impact: number) =>
  `risks:\n  - { id: r, title: R, tag: pre-delivery, likelihood: ${likelihood}, impact: ${impact} }\n`;
const three =
  "riskScheme:\n  likelihood: [seldom, now and then, often]\n  impact: [small, middling, large]\n  bands: [{ name: low, from: 1, staleAfterDays: 20 }, { name: high, from: 6, staleAfterDays: 5 }]\n";
const ladder =
  "  escalation:\n    pre-delivery: [{ id: owner, who: risk-owner, after: 1d, acts: [mention] }]\n    post-delivery: [{ id: owner, who: risk-owner, after: 4h, acts: [mention, notify] }]\n";

function read(text: string) {
  const result = readPlan(text, "plan.yaml");
  if (result.kind !== "read")
    throw new Error(result.findings.map(({ message, mend }) => `${message} ${mend}`).join("\n"));
  return result.plan;
}

test("M50 R1 a plan weighs on five by five until it chooses scales of its own, and a file keeps them", () => {
  expect(matrixOf(read(head)).likelihoods).toHaveLength(5);
  const own = read(head + three + ladder + risk(3, 2));
  expect(matrixOf(own).bands.map(({ name, from }) => [name, from])).toEqual([
    ["low", 1],
    ["high", 6],
  ]);
  expect(laddersOf(own)["post-delivery"].map(({ after }) => after)).toEqual(["4h"]);
  expect(read(writeYaml(own))).toEqual(own);
});

test("M51 a plan may keep the usual scales and choose only whom it asks", () => {
  const own = read(`${head}riskScheme:\n${ladder}`);
  expect(matrixOf(own).likelihoods).toHaveLength(5);
  expect(laddersOf(own)["pre-delivery"]).toHaveLength(1);
});

test.each([
  [risk(6, 1), "Score it 1 to 5."],
  [three + risk(4, 1), "Score it 1 to 3."],
  [three.replace("from: 6", "from: 1"), "Bands go from light to heavy."],
  ["riskScheme: { likelihood: [only] }\n", "2 to 10 work"],
  [`riskScheme:\n${ladder.replace("after: 1d", "after: soon")}`, "duration"],
  [`riskScheme:\n${ladder.replace("risk-owner, after: 1d", "the-boss, after: 1d")}`, "project-manager"],
])("R3 %s is refused with its mend", (text, words) => {
  expect(() => read(head + text)).toThrow(words);
});

test("R2 what the response leaves over is kept beside the inherent score", () => {
  const own = read(
    `${head}risks:\n  - { id: r, title: R, tag: pre-delivery, likelihood: 4, impact: 5, residual: { likelihood: 2, impact: 3 } }\n`,
  );
  expect(own.risks[0]?.residual).toEqual({ likelihood: 2, impact: 3 });
  expect(read(writeYaml(own))).toEqual(own);
});
