import { isProvisional } from "#domain/adoption/provisional";
import { weekEnd } from "#domain/calendar/week";
import { expect, test } from "vitest";

const at = (instant: string): number => Date.parse(instant);

test("H2 a week settles three days after its end on the clocks of the plan's zone", () => {
  const isOpen = (zone: string, now: string) =>
    isProvisional(weekEnd("2026-W14", zone), { now: at(now), cut: at(now) });
  // 2026-W14 ends Monday 6 April 00:00 in Paris, which is 22:00 UTC the evening before.
  expect(isOpen("Europe/Paris", "2026-04-08T21:59:59Z")).toBe(true);
  expect(isOpen("Europe/Paris", "2026-04-08T22:00:00Z")).toBe(false);
  expect(isOpen("UTC", "2026-04-08T22:00:00Z")).toBe(true);
});

test("H2 a week that a silent feed has not reported to its end does not settle, however long ago it was", () => {
  const end = at("2026-04-06T00:00:00Z");
  const now = at("2026-04-20T00:00:00Z");
  expect(isProvisional(end, { now, cut: end - 1000 })).toBe(true);
  expect(isProvisional(end, { now, cut: end })).toBe(false);
  expect(isProvisional(end, { now, cut: null })).toBe(true);
});
