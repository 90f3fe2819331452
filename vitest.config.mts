import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    exclude: ["test/journeys/**", "test/sql/**", "node_modules/**"],
    setupFiles: ["test/support/seed.ts"],
    testTimeout: 20_000,
  },
});
