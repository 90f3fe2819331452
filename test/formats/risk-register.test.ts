import writeXlsxFile from "write-excel-file/universal";
import { assert, asyncProperty, string, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import { readRiskRegister } from "#formats/risk-register";
import type { RiskRegister } from "#formats/risk-register";

const bytes = (text: string) => new TextEncoder().encode(text);

async function registerOf(name: string, content: Uint8Array): Promise<RiskRegister> {
  const read = await readRiskRegister({ name, bytes: content, format: null });
  if (read.kind === "refused") throw new Error(read.findings[0]?.message);
  return read;
}

describe("a register as people keep it", () => {
  test("M75 a workbook with a cover, a scale of three and scores from formulas", async () => {
    const cell = (value: string) => ({ value, type: String });
    const formula = (value: string) => ({ value, type: "Formula" as const });
    const register = [
      [cell("Risk register"), null],
      [cell("Project: CRM"), null],
      ["Ref", "Risk", "Probability", "Impact", "Score", "Owner", "Mitigation", "Status"].map(cell),
      [
        ...["R1", "Poor data quality", "High (3)", "Medium (2)"].map(cell),
        formula("=6"),
        ...["ana@example.com", "Clean before moving", "Open"].map(cell),
      ],
      [
        ...["R2", "Low adoption", "Low (1)", "High (3)"].map(cell),
        formula("=3"),
        ...["", "Champions", "Closed"].map(cell),
      ],
    ];
    const guide = [["Scale", "Meaning"].map(cell), ["Low (1)", "unlikely"].map(cell)];
    const blob = await writeXlsxFile([
      { data: guide, sheet: "Guide" },
      { data: register, sheet: "Risks" },
    ]).toBlob();
    const read = await registerOf("risks.xlsx", new Uint8Array(await blob.arrayBuffer()));
    expect(read).toMatchObject({
      sheet: "Risks",
      scales: { likelihood: { points: 3 }, impact: { points: 3 } },
      rows: [
        {
          line: 4,
          isTagged: false,
          isClosed: false,
          risk: { id: "R1", likelihood: 5, impact: 3, owner: "ana@example.com" },
        },
        { line: 5, isClosed: true, risk: { id: "R2", likelihood: 1, impact: 5, response: "Champions" } },
      ],
    });
    expect(read.notes.map(({ message }) => message)).toEqual([
      "The likelihood came in a scale of 3 and was put on the scale of 1 to 5.",
      "The impact came in a scale of 3 and was put on the scale of 1 to 5.",
    ]);
  });

  test.each([
    ["numbers of five", ["1", "3", "5"], [1, 3, 5]],
    ["names of five", ["Rare", "Possible", "Almost certain"], [1, 3, 5]],
    ["names of three", ["Low", "Medium", "High"], [1, 3, 5]],
    ["names of five with very", ["Very low", "Low", "High"], [1, 2, 4]],
    ["numbers before names", ["1 - Low", "2 - Medium", "3 - High"], [1, 3, 5]],
    ["a scale of four", ["Low (1)", "High (3)", "Very high (4)"], [1, 4, 5]],
    ["a scale of ten", ["1", "6", "10"], [1, 3, 5]],
    ["percentages", ["5%", "40 %", "90%"], [1, 3, 5]],
    ["parts of one", ["0.05", "0.4", "0.9"], [1, 3, 5]],
  ])("M75 likelihood in %s comes onto one to five", async (_, said, five) => {
    const rows = said.map((cell, at) => `Risk ${at},${cell},3`).join("\n");
    const read = await registerOf("r.csv", bytes(`Risk,Likelihood,Impact\n${rows}\n`));
    expect(read.rows.map(({ risk }) => risk.likelihood)).toEqual(five);
  });

  test("M51 M75 tags are read where a register has them, and left to people where it has none", async () => {
    const read = await registerOf(
      "r.md",
      bytes("| Risk | Impact | Phase |\n|---|---|---|\n| A | 5 | Post go-live |\n| B | 9? | Build |\n| C | | |\n"),
    );
    expect(read.rows.map(({ risk, isTagged }) => [risk.tag, isTagged])).toEqual([
      ["post-delivery", true],
      ["pre-delivery", true],
      ["pre-delivery", false],
    ]);
    expect(read.notes.map(({ message }) => message).join("\n")).toContain("The likelihood of a is not said");
  });

  test("a score that its own numbers do not give is said with its line", async () => {
    const read = await registerOf("r.csv", bytes("Risk,Likelihood,Impact,Score\nA,2,3,6\nB,2,3,12\n"));
    expect(read.notes).toEqual([{ line: 3, message: expect.stringContaining("score 12 is not 2 × 3") }]);
  });

  test("a table without risks, and any bytes at all, are refused and never thrown", async () => {
    expect(await readRiskRegister({ name: "p.csv", bytes: bytes("Title,Owner\nA,B\n"), format: null })).toMatchObject({
      kind: "refused",
    });
    await assert(
      asyncProperty(uint8Array({ maxLength: 200 }), string({ unit: "binary" }), async (some, text) => {
        for (const [name, content] of [
          ["r.xlsx", some],
          ["r.csv", bytes(`Risk,Impact,Likelihood\n${text}`)],
        ] as const)
          expect(["register", "refused"]).toContain(
            (await readRiskRegister({ name, bytes: content, format: null })).kind,
          );
      }),
      { numRuns: 60 },
    );
  });
});
