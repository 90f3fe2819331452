/** Publishes the JSON Schemas of what people and other programs read and write: `node tools/schema.mjs`. */
import { writeFile } from "node:fs/promises";
import { build } from "esbuild";

await build({
  entryPoints: ["cli/published.ts"],
  outfile: "dist/schema/published.mjs",
  bundle: true,
  format: "esm",
  platform: "node",
  packages: "external",
});
const { published } = await import("../dist/schema/published.mjs");
for (const [file, schema] of Object.entries(published())) {
  await writeFile(`docs/${file}`, `${JSON.stringify(schema, null, 2)}\n`);
}
