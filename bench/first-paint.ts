import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { launchChromium } from "../test/support/chromium";

const kinds: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
};

export interface Paints {
  readonly gadgetMs: number;
  readonly emptyMs: number;
}

/** First paint (for the gadget its skeleton) of the gadget and of an empty React module, from one server in one browser, turn by turn; the median of each. */
export async function firstPaints(rounds: number): Promise<Paints> {
  const empty = await emptyModule();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const answer = (body: string | Buffer) =>
      response.writeHead(200, { "content-type": kinds[extname(path)] ?? "text/plain" }).end(body);
    if (path === "/empty.html") return void answer(page("./empty.js"));
    if (path === "/empty.js") return void answer(empty);
    readFile(join("dist/ui", path)).then(answer, () => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  const browser = await launchChromium();
  const [gadget, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await paintOf(browser, `${origin}/empty.html`));
    gadget.push(await paintOf(browser, `${origin}/gadget.html`));
  }
  await browser.close();
  server.close();
  return { gadgetMs: middle(gadget), emptyMs: middle(bare) };
}

/** As little as a page made with React can be. */
async function emptyModule(): Promise<string> {
  const contents = `
    import { createElement } from "react";
    import { createRoot } from "react-dom/client";
    createRoot(document.getElementById("root")).render(createElement("p", null, "Nothing"));`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    define: { "process.env.NODE_ENV": '"production"' },
  });
  return outputFiles[0]?.text ?? "";
}

function page(script: string): string {
  return `<!doctype html><html lang="en"><body><div id="root"></div><script type="module" src="${script}"></script></body></html>`;
}

/** A new context each time, so that nothing comes from a cache; the host's side of the bridge answers nothing yet, as on a first load. */
async function paintOf(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  await context.addInitScript("globalThis.__bridge = { callBridge: () => new Promise(() => {}) };");
  const tab = await context.newPage();
  await tab.goto(url);
  const entry = await tab.waitForFunction(() => performance.getEntriesByName("first-paint")[0]?.startTime ?? null);
  const painted = await entry.jsonValue();
  await context.close();
  return painted ?? Number.NaN;
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
