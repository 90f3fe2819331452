import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A file of this project, whether this module runs from its source or bundled under `dist`. */
export function projectFile(path: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return join(folder, path);
    if (folder === dirname(folder)) throw new Error(`No package.json above ${import.meta.url}.`);
  }
}
