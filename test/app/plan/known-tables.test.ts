import { expect, test } from "vitest";
import { keepTable, knownTables } from "#app/plan/known-tables";
import { memoryWorld } from "../../support/memory-outside";

test("M1 what the columns of a table hold is kept for the space, the newest word of each shape", async () => {
  const { outside } = memoryWorld();
  await keepTable({ shape: "what | who", fields: ["title", null] }, outside);
  await keepTable({ shape: "what | who", fields: ["title", "owner"] }, outside);
  expect(await knownTables({}, outside)).toEqual([{ shape: "what | who", fields: ["title", "owner"] }]);
  expect(await knownTables({}, { ...outside, space: { id: "9", key: "ELSE" } })).toEqual([]);
  for (let at = 0; at < 30; at += 1) await keepTable({ shape: String(at), fields: ["title"] }, outside);
  expect((await knownTables({}, outside)).length).toBe(20);
});
