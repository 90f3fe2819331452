import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join, normalize, sep } from "node:path";
import { CSPInjectionService, CSPProcessingService } from "@forge/csp";
import { load } from "cheerio/slim";
import { z } from "zod";
import type { Frame } from "./bridge";
import type { Manifest } from "./manifest";
import { projectFile } from "./project-file";

export interface FrameAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".json": "application/json",
  ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".woff2": "font/woff2", ".map": "application/json",
}; // prettier-ignore

/** Serves `/<resource>/<frame>/<path>` as the platform's content network does: the app's files, its policy, the bridge first. */
export function serveFrame(
  {
    manifest,
    find,
    offset,
  }: { readonly manifest: Manifest; readonly find: (frameId: string) => Frame | null; readonly offset: () => number },
  { path, hostOrigin }: { readonly path: string; readonly hostOrigin: string },
): FrameAnswer {
  const [, resourceKey = "", frameId = "", rest = ""] = /^\/([^/]+)\/([^/]+)\/([^?#]*)/.exec(path) ?? [];
  const frame = find(frameId);
  if (frame === null || frame.resourceKey !== resourceKey) return answer(404, "text/plain", "There is no such frame.");
  if (rest === "__bridge__/bridge.js") return answer(200, types[".js"] ?? "", bridgeScript());
  if (rest === "__bridge__/resizer.js") {
    return answer(
      200,
      types[".js"] ?? "",
      readFileSync(projectFile("node_modules/iframe-resizer/js/iframeResizer.contentWindow.min.js")),
    );
  }
  const { folder } = manifest.resource(resourceKey);
  const file = fileOf(manifest, folder, decodeURIComponent(rest));
  if (file === null) return answer(404, "text/plain", `The resource has no file ${rest}.`);
  const content = readFileSync(file);
  const type = types[extname(file)] ?? "application/octet-stream";
  if (extname(file) !== ".html") return answer(200, type, content);
  const base = `/${resourceKey}/${frameId}/__bridge__`;
  const tags = `<script src="${base}/bridge.js" data-host-origin="${hostOrigin}" data-frame="${frameId}" data-offset="${offset()}"></script><script async src="${base}/resizer.js"></script>`;
  const page = content.toString().replace(/<head[^>]*>/i, (head) => head + tags);
  const served = answer(200, type, page);
  return {
    ...served,
    headers: { ...served.headers, "content-security-policy": policy(manifest, content.toString(), hostOrigin) },
  };
}

function answer(status: number, type: string, body: string | Uint8Array): FrameAnswer {
  const headers = { "content-type": type, "cache-control": "no-store", "x-content-type-options": "nosniff" };
  return { status, headers, body: typeof body === "string" ? Buffer.from(body) : body };
}

/** Translations stand beside every page under `__LOCALES__`, wherever the manifest keeps them. */
function fileOf(manifest: Manifest, folder: string, path: string): string | null {
  const locale = /^__LOCALES__\/(.+)\.json$/.exec(path)?.[1];
  const translation = manifest.translations.find((each) => each.key === locale);
  const file = translation === undefined ? normalize(join(folder, path)) : join(manifest.root, translation.path);
  const isInside = translation !== undefined || file.startsWith(normalize(folder) + sep);
  return isInside && existsSync(file) && statSync(file).isFile() ? file : null;
}

/** The peer is a module for the host page and the beginning of a classic script here, as it must run before the app's first line. */
function bridgeScript(): string {
  const read = (name: string) => readFileSync(projectFile(`workbench/forge/front/${name}`), "utf8");
  return `(() => {\n${read("peer.js").replaceAll("export ", "")}\n${read("bridge-client.js")}\n})();`;
}

const permitted = z.custom<Parameters<CSPProcessingService["getCspDetails"]>[1]>((value) => typeof value === "object");

function policy(manifest: Manifest, page: string, hostOrigin: string): string {
  const processing = new CSPProcessingService({ info: () => {} }, load);
  const existingCSPDetails = processing.getCspDetails(page, permitted.parse(manifest.permissions));
  const directives = new CSPInjectionService().getInjectableCSP({ existingCSPDetails, microsEnv: "prod" });
  const own = directives.filter((each) => !each.startsWith("frame-ancestors") && !each.startsWith("report-uri"));
  return [...own, `frame-ancestors ${hostOrigin}`].join("; ");
}
