import { cutOf } from "#app/adoption/plan-clock";
import { expect, test } from "vitest";

const source = (name: string, completeTo: number | null) => {
  return { source: name, lastSeenAt: 9, completeTo, events: 1, sandbox: 0, service: 0 };
};

test("A4 the slowest of the sources that send by themselves decides; an old upload or a removed source holds nobody up", () => {
  const known = [source("crm", 30), source("desk", 20), source("upload", 5), source("removed", 3)];
  expect(cutOf(known, new Set(["crm", "desk"]))).toBe(20);
  expect(cutOf(known, new Set(["crm", "desk", "not heard of yet"]))).toBe(20);
  expect(cutOf(known, new Set())).toBe(30);
  expect(cutOf([source("upload", 5)], new Set(["not heard of yet"]))).toBe(5);
  expect(cutOf([source("crm", null)], new Set(["crm"]))).toBeNull();
  expect(
    cutOf([source("crm", 30), source("begun, nothing said yet", 0)], new Set(["crm", "begun, nothing said yet"])),
  ).toBe(30);
  expect(cutOf([], new Set())).toBeNull();
});
