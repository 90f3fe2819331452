import { afterAll, beforeAll, expect, test } from "vitest";
import { buildFixture, startFixture } from "./fixture-host";
import type { Fixture } from "./fixture-host";

let app: Fixture;
beforeAll(async () => {
  app = await startFixture(buildFixture());
});
afterAll(() => app.discard());
const mount = () => app.host.mount({ moduleKey: "panel", accountId: "ana", extension: {} });
const serve = (path: string) => app.host.serveFrame({ path, hostOrigin: "http://localhost:4000" });

test("a page is served with the bridge first in its head and the platform's policy", () => {
  const page = serve(mount().url);
  expect(Buffer.from(page.body).toString()).toMatch(
    /<head><script src="[^"]+bridge\.js" data-host-origin="http:\/\/localhost:4000"/,
  );
  const policy = page.headers["content-security-policy"] ?? "";
  expect(policy).toContain("style-src 'self'");
  expect(policy).toContain("'unsafe-inline'");
  expect(policy).toMatch(/; frame-ancestors http:\/\/localhost:4000$/);
  expect(policy).not.toContain("report-uri");
});

test("scripts come from the frame's own origin, and nothing outside the resource is served", () => {
  const { url } = mount();
  const folder = url.slice(0, url.lastIndexOf("/"));
  expect(Buffer.from(serve(`${folder}/__bridge__/bridge.js`).body).toString()).toContain("__bridge");
  expect(serve(`${folder}/__bridge__/resizer.js`).status).toBe(200);
  expect(serve(`${folder}/..%2fmanifest.yml`).status).toBe(404);
  expect(serve("/ui/unknown/panel.html").status).toBe(404);
});

test("a view of a module has its own page", () => {
  const { url } = app.host.mount({ moduleKey: "panel", accountId: "ana", extension: {}, view: "edit" });
  expect(url).toMatch(/\/edit\.html$/);
});
