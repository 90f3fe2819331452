import { deliveryLines, gateVerdict } from "#domain/governance/gates";
import { describe, expect, test } from "vitest";

const ready = {
  done: 4,
  total: 4,
  untriaged: [],
  needsRollback: true,
  rollbacks: 1,
  owner: "ana@example.com",
  checklist: [],
};

describe("G4 the first gate", () => {
  test("opens when every line is met", () => {
    expect(gateVerdict(deliveryLines(ready)).colour).toBe("GREEN");
  });

  test.each([
    ["an open step", { done: 3 }, 0],
    ["a plan without steps", { done: 0, total: 0 }, 0],
    ["an untriaged pre-delivery risk (M51)", { untriaged: ["CRM-9"] }, 1],
    ["no rollback where something live is affected (M13)", { rollbacks: 0 }, 2],
    ["no implementation owner (M61)", { owner: null }, 3],
  ])("stays locked by %s, and the line says who can mend it", (_, change, line) => {
    const lines = deliveryLines({ ...ready, ...change });
    expect(gateVerdict(lines)).toEqual({ colour: "RED", reason: "threshold" });
    expect(lines.map(({ met }) => met)).toEqual(lines.map((_one, index) => index !== line));
    expect(lines[line]!.mend).not.toBeNull();
  });

  test("M13 a rollback is asked for only where something live is affected", () => {
    expect(gateVerdict(deliveryLines({ ...ready, needsRollback: false, rollbacks: 0 })).colour).toBe("GREEN");
  });
});

test("G3 a gate without lines proves nothing", () => {
  expect(gateVerdict([])).toEqual({ colour: "RED", reason: "no-evidence" });
});

test("G4 the plan's own checklist counts line by line, each with who says so", () => {
  const checklist = [
    { item: "Users trained", by: "Ada", on: "2026-11-03" },
    { item: "Rollback rehearsed", by: null, on: null },
  ];
  const lines = deliveryLines({ ...ready, checklist }).slice(-2);
  expect(lines).toMatchObject([
    { text: "Users trained, says Ada on 3 Nov 2026", met: true, item: "Users trained" },
    { text: "Rollback rehearsed", met: false, item: "Rollback rehearsed" },
  ]);
});
