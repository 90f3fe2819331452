import { isProvisional } from "#domain/adoption/provisional";
import { expect, test } from "vitest";

const at = (instant: string): number => Date.parse(instant);

test("H2 a week settles three days after its end on the clocks of the plan's zone", () => {
  // 2026-W14 ends Monday 6 April 00:00 in Paris, which is 22:00 UTC the evening before.
  expect(isProvisional("2026-W14", "Europe/Paris", at("2026-04-08T21:59:59Z"))).toBe(true);
  expect(isProvisional("2026-W14", "Europe/Paris", at("2026-04-08T22:00:00Z"))).toBe(false);
  expect(isProvisional("2026-W14", "UTC", at("2026-04-08T22:00:00Z"))).toBe(true);
});
