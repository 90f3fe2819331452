import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    exclude: ["test/journeys/**", "test/sql/**", "node_modules/**"],
    testTimeout: 20_000,
  },
});
