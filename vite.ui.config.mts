import { readdirSync } from "node:fs";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import type { Plugin } from "vite";

const root = join(import.meta.dirname, "static");
const pages = readdirSync(root).filter((file) => file.endsWith(".html"));

/** Zips without the workers that the library starts from `blob:` addresses: Jira's policy forbids those, and then it never answers. */
const zipInPlace = (): Plugin => ({
  name: "zip-in-place",
  enforce: "pre",
  resolveId: (id) => (id === "fflate" ? "\0zip-in-place" : null),
  load: (id) => (id === "\0zip-in-place" ? zipModule : null),
});

const zipModule = `
export * from "fflate/browser";
import { unzipSync, zipSync } from "fflate/browser";
const answer = (make, done) => {
  let made = null;
  try { made = make(); } catch (error) { return done(error, null); }
  done(null, made);
};
export const zip = (files, options, done = options) => answer(() => zipSync(files), done);
export const unzip = (bytes, options, done = options) => answer(() => unzipSync(bytes), done);
`;

/** Of the gadget: styles come after the skeleton, which carries its own, so that it is painted while they load. */
const skeletonFirst = (): Plugin => ({
  name: "skeleton-first",
  transformIndexHtml: {
    order: "post",
    handler(html, { filename }) {
      if (!filename.endsWith("gadget.html")) return html;
      const links = html.match(/\s*<link rel="stylesheet"[^>]*>/g) ?? [];
      const without = links.reduce((left, link) => left.replace(link, ""), html);
      return without.replace("</body>", `${links.map((link) => link.trim()).join("")}</body>`);
    },
  },
});

/** One page for each place in Jira. Addresses are relative, because Forge serves each resource under a path of its own. */
export default defineConfig({
  root,
  base: "./",
  plugins: [react(), zipInPlace(), skeletonFirst()],
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
  worker: { format: "es", plugins: () => [zipInPlace()] },
  build: {
    outDir: join(import.meta.dirname, "dist/ui"),
    emptyOutDir: true,
    target: "es2023",
    modulePreload: { polyfill: false },
    rolldownOptions: { input: Object.fromEntries(pages.map((file) => [file.replace(".html", ""), join(root, file)])) },
  },
});
