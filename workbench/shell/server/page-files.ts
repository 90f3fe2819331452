import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join, normalize, sep } from "node:path";
import { projectFile } from "../../forge/project-file";

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

const folder = () => projectFile("dist/shell");

/** A file of the built page; null for every address that is one of the page's own places. */
export function pageFile(path: string): { readonly type: string; readonly body: Buffer } | null {
  const file = normalize(join(folder(), decodeURIComponent(path)));
  const type = types[extname(file)];
  if (type === undefined || !file.startsWith(folder() + sep) || !existsSync(file) || !statSync(file).isFile())
    return null;
  return { type, body: readFileSync(file) };
}

/** The page itself with the token of this session written into it. */
export function pageFor(token: string): string {
  const file = join(folder(), "index.html");
  if (!existsSync(file)) return "The workbench's page is not built. Run: node tools/build.mjs shell";
  return readFileSync(file, "utf8").replace(
    'name="workbench-token" content=""',
    `name="workbench-token" content="${token}"`,
  );
}

export function pagePolicy(frameUrl: string): string {
  return [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `frame-src ${frameUrl}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");
}
