import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { createClock } from "../../../workbench/wire/clock";
import type { Clock } from "../../../workbench/wire/clock";
import { createForgeHost } from "../../../workbench/forge/host";
import type { ForgeHost } from "../../../workbench/forge/host";
import type { Caller, HttpAnswer, HttpRequest, JiraHost, ProductEvent } from "../../../workbench/wire/wire";

export interface Fixture {
  readonly host: ForgeHost;
  readonly clock: Clock;
  readonly asked: readonly { readonly request: HttpRequest; readonly caller: Caller }[];
  emit(event: ProductEvent): void;
  /** Calls the resolver as the person in the frame. */
  call(functionKey: string, payload?: Record<string, unknown>): Promise<unknown>;
  restart(): Promise<Fixture>;
  close(): Promise<void>;
  /** Closes for good: the built app goes too. */
  discard(): Promise<void>;
}

const source = join(import.meta.dirname, "fixture");

export function buildFixture(): string {
  const root = mkdtempSync(join(tmpdir(), "forge-fixture-"));
  cpSync(source, root, { recursive: true });
  const outfile = join(root, "dist/backend/index.cjs");
  buildSync({
    entryPoints: [join(source, "app.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node22",
    logLevel: "silent",
  });
  return root;
}

export async function startFixture(
  root: string,
  stateDir = mkdtempSync(join(tmpdir(), "forge-state-")),
): Promise<Fixture> {
  let offset = 0;
  const clock = createClock({ read: () => offset, write: (milliseconds) => void (offset = milliseconds) });
  const { jira, asked, emit } = stubJira();
  const site = { cloudId: "cloud-1", siteUrl: "http://localhost:1", timeZone: "Europe/London" };
  const host = await createForgeHost({ root, stateDir, clock, jira, site, sqlUrl: null, pollMs: null });
  const { frameId } = host.mount({
    moduleKey: "panel",
    accountId: "ana",
    extension: { issue: { id: "10001", key: "CRM-1" } },
  });
  async function close(): Promise<void> {
    await host.close();
    rmSync(stateDir, { recursive: true, force: true });
  }
  return {
    host,
    clock,
    asked,
    emit,
    call: (functionKey, payload = {}) => host.bridge(frameId, "invoke", { functionKey, payload }),
    async restart() {
      await host.close();
      return startFixture(root, stateDir);
    },
    close,
    async discard() {
      await close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function stubJira() {
  const asked: { request: HttpRequest; caller: Caller }[] = [];
  const listeners: ((event: ProductEvent) => void)[] = [];
  const jira: JiraHost = {
    async handle(request, caller) {
      asked.push({ request, caller });
      return reply(request, caller);
    },
    install: async () => {},
    onEvent: (listener) => void listeners.push(listener),
    onCall: () => {},
  };
  return { jira, asked, emit: (event: ProductEvent) => listeners.forEach((each) => each(event)) };
}

function reply({ path, body }: HttpRequest, caller: Caller): HttpAnswer {
  const headers = { "content-type": "application/json" };
  if (path.endsWith("accountId=gone")) return { status: 404, headers, body: "{}" };
  if (path === "/rest/api/3/permissions/check") {
    const { projectPermissions } = JSON.parse(body ?? "{}");
    return {
      status: 200,
      headers,
      body: JSON.stringify({
        projectPermissions: [{ permission: "EDIT_ISSUES", issues: projectPermissions[0].issues, projects: [] }],
      }),
    };
  }
  return { status: 200, headers, body: JSON.stringify({ path, by: caller.kind === "app" ? caller.actingFor : null }) };
}
