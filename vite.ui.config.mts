import { readdirSync } from "node:fs";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const root = join(import.meta.dirname, "static");
const pages = readdirSync(root).filter((file) => file.endsWith(".html"));

/** One page for each place in Jira. Addresses are relative, because Forge serves each resource under a path of its own. */
export default defineConfig({
  root,
  base: "./",
  plugins: [react()],
  // Its build for browsers wants a document, and plan files are read in a worker, which has none.
  resolve: {
    alias: {
      "decode-named-character-reference": join(
        import.meta.dirname,
        "node_modules/decode-named-character-reference/index.js",
      ),
    },
  },
  define: { "process.env.NODE_ENV": '"production"', "process.env": "{}" },
  // A worker loads the reader of one format only, so it is split like the pages.
  worker: { format: "es" },
  build: {
    outDir: join(import.meta.dirname, "dist/ui"),
    emptyOutDir: true,
    target: "es2023",
    modulePreload: { polyfill: false },
    rolldownOptions: { input: Object.fromEntries(pages.map((file) => [file.replace(".html", ""), join(root, file)])) },
  },
});
