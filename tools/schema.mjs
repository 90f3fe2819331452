/** Publishes the JSON Schemas of what people and other programs write for Uptake: `node tools/schema.mjs`. */
import { writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { z } from "zod";

const published = [
  {
    module: "src/contract/plan-file.ts",
    name: "planFile",
    file: "docs/plan-file.schema.json",
    title: "Uptake plan file",
  },
];

for (const { module, name, file, title } of published) {
  const loaded = await load(module);
  const schema = { title, ...z.toJSONSchema(loaded[name], { io: "input", reused: "ref" }) };
  await writeFile(file, `${JSON.stringify(schema, null, 2)}\n`);
}

async function load(module) {
  const { outputFiles } = await build({
    entryPoints: [module],
    bundle: true,
    format: "esm",
    write: false,
    platform: "node",
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}
