import { expect, test } from "vitest";
import { detailProperties } from "#app/sync/values";

test("S2 a text too long for one property is cut between letters: an emoji stays whole in its piece", () => {
  for (const shift of [0, 1]) {
    const long = JSON.stringify("x".repeat(shift) + "🚚".repeat(30_000));
    const properties = Object.entries(detailProperties("plan", { objective: long }));
    const pieces = properties.flatMap(([key, value]) => (key === "uptake.plan" ? [] : [String(Object(value)["text"])]));
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.every((piece) => piece.isWellFormed())).toBe(true);
    expect(JSON.parse(pieces.join(""))).toMatchObject({ objective: JSON.parse(long) });
  }
});
