import { defineConfig } from "vitest/config";

/** Everything there is: the fast suite, both SQL engines and the journeys in Chromium, which take their time. */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    setupFiles: ["test/support/seed.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // As patient as the locators: a second is short for a page on a busy machine.
    expect: { poll: { timeout: 8_000 } },
    maxWorkers: 2,
  },
});
