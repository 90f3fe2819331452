import { expect, test } from "vitest";
import { lint } from "#domain/plan/lint";
import type { Plan } from "#domain/plan/plan";
import { readFile } from "#formats/read-file";
import { writeFile } from "#formats/write-file";

const head =
  "uptake: 1\nplan:\n  id: p\n  title: P\n  anchors: { golive: 2026-09-01, contract: 2026-02-01, approval: 2026-02-15 }\n";

/** A weakness that the file as it came in has, and that every format which can hold a whole plan must still show. */
const weak: readonly (readonly [id: string, rule: string, yaml: string])[] = [
  ["M60", "scope-unmapped", "  scope: { in: [Order entry], out: [] }\n"],
  ["M62", "resource-unbooked", "resources:\n  - { id: room, title: Training room, kind: room, booked: false }\n"],
  [
    "M65",
    "phase-order",
    "steps:\n  - { id: a, title: A, phase: Testing & Rollout }\n  - { id: b, title: B, phase: Discovery & Planning, after: [a] }\n",
  ],
  [
    "M66",
    "kpi-no-baseline",
    "kpis:\n  - { id: entry, milestone: golive, title: Manual data entry, unit: h, better: lower, owner: ana@example.com }\n",
  ],
  [
    "M67",
    "data-source-undecided",
    "dataSources:\n  - { name: Legacy CRM, accuracy: 80, completeness: 90, duplication: 5 }\n",
  ],
  [
    "M68",
    "kind-order",
    "steps:\n  - { id: a, title: A, kind: configuration }\n  - { id: b, title: B, kind: process-design, after: [a] }\n",
  ],
  ["M81", "plan-duration", "  start: 2026-08-01\n"],
  ["M83", "step-before-approval", "steps:\n  - { id: a, title: A, start: 2026-02-02 }\n"],
  ["M91", "hidden-process-unasked", "departments:\n  - { name: Sales, champion: ana@example.com }\n"],
];

test.each(weak)("%s a plan that %s speaks of says so in YAML, JSON and Excel alike", async (_, rule, yaml) => {
  const read = await planFrom(new TextEncoder().encode(head + yaml), "yaml");
  const found = lint(read);
  expect(found.map((finding) => finding.rule)).toContain(rule);
  for (const format of ["yaml", "json", "xlsx"] as const) {
    expect(lint(await planFrom(await writeFile(read, format), format))).toEqual(found);
  }
});

async function planFrom(bytes: Uint8Array, format: "yaml" | "json" | "xlsx"): Promise<Plan> {
  const read = await readFile({ name: "p.x", bytes, format });
  if (read.kind === "refused") throw new Error(read.findings.map(({ message }) => message).join("\n"));
  return read.plan;
}
