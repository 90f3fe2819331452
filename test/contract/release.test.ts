import { release } from "#contract/release";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("M86 the version beside a snapshot is the version of the package", () => {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  expect(release).toBe(version);
});
