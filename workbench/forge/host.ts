import { join } from "node:path";
import type { HttpAnswer, HttpRequest, JiraHost } from "../wire/wire";
import type { Clock } from "../wire/clock";
import { createBridge } from "./bridge";
import type { Frame, MountRequest } from "./bridge";
import { createDeliveries } from "./deliveries";
import { serveFrame } from "./frames";
import type { FrameAnswer } from "./frames";
import { createInstallation } from "./installation";
import type { Site } from "./installation";
import { createInvocations } from "./invocations";
import type { Invocations, LogLine } from "./invocations";
import { createKvs } from "./kvs/kvs";
import { readManifest } from "./manifest";
import { callerIn, createMeter } from "./meter";
import type { Spent } from "./meter";
import { answerPlatform } from "./platform";
import type { Platform } from "./platform";
import { createProductEvents } from "./product-events";
import { createQueues } from "./queues";
import { createRealtime } from "./realtime";
import type { Outcome } from "./runtime/outcome";
import { createSchedules } from "./schedules";
import { createEmbeddedEngine } from "./sql/embedded";
import { createServerEngine } from "./sql/server";
import { createSql } from "./sql/sql";
import { openState } from "./state";
import { createWebTriggers } from "./web-triggers";

export interface ForgeHostOptions {
  /** Folder of the manifest. */
  readonly root: string;
  readonly stateDir: string;
  readonly clock: Clock;
  readonly jira: JiraHost;
  readonly site: Site;
  /** `mysql://…` keeps the app's tables on that server; null keeps them in a file. */
  readonly sqlUrl: string | null;
  /** How often due work is looked for; null leaves it to `tick`. */
  readonly pollMs: number | null;
}

export interface ForgeHost {
  readonly installApp: () => Promise<void>;
  readonly mount: (request: MountRequest) => Frame;
  readonly unmount: (frameId: string) => void;
  readonly bridge: (frameId: string, cmd: string, sent: unknown) => Promise<unknown>;
  readonly serveFrame: (request: { readonly path: string; readonly hostOrigin: string }) => FrameAnswer;
  readonly webTrigger: (request: HttpRequest) => Promise<HttpAnswer>;
  readonly webTriggerUrl: (moduleKey: string) => string | null;
  readonly invokeFunction: (functionKey: string, payload: unknown, by: InvokedBy) => Promise<Outcome>;
  /** Runs all that is due by the clock, and ends when it has. */
  readonly tick: () => Promise<void>;
  readonly reload: () => void;
  readonly logs: () => readonly LogLine[];
  /** What the app has used of what the platform bills, since the start. */
  readonly spent: () => Spent;
  readonly close: () => Promise<void>;
}

export interface InvokedBy {
  readonly moduleKey: string;
  /** Decides the time limit, e.g. `action` for a Rovo action. */
  readonly moduleType: string;
  readonly accountId: string | null;
}

/** One app on one site: its isolates, all that the platform keeps for it, and the doors through which the world reaches it. */
export async function createForgeHost(options: ForgeHostOptions): Promise<ForgeHost> {
  const parts = assemble(options);
  const { manifest, state, engine, invocations, deliveries, webTriggers, schedules, bridge, installation } = parts;
  const { clock, jira } = options;
  const { tick, stop } = keepTime(parts, options);

  return {
    async installApp() {
      const invoke = (functionKey: string, payload: unknown) => invokeForJira(invocations, functionKey, payload);
      await jira.install({
        appId: manifest.appId,
        environmentId: installation.environmentId,
        modules: manifest.modules,
        invoke,
      });
      await schedules.tick();
    },
    mount: (request) => bridge.mount(request),
    unmount: (frameId) => bridge.unmount(frameId),
    bridge: (frameId, cmd, sent) => bridge.call(frameId, cmd, sent),
    serveFrame: (request) =>
      serveFrame(
        { manifest, find: (frameId) => bridge.find(frameId), offset: () => Math.round(clock.now() - Date.now()) },
        request,
      ),
    webTrigger: (request) => webTriggers.answer(request),
    webTriggerUrl: (moduleKey) => webTriggers.create(moduleKey, "reuse"),
    invokeFunction: (functionKey, payload, by) => invocations.invoke({ functionKey, payload, ...by }),
    tick,
    reload: () => invocations.isolates.reload(),
    logs: invocations.logs,
    spent: parts.meter.spent,
    async close() {
      stop();
      deliveries.stop();
      await invocations.isolates.close();
      await engine.close();
      state.close();
    },
  };
}

/** Due work is looked for now and then, and at once when the clock has been moved. */
function keepTime(
  { schedules, deliveries, invocations, productEvents }: ReturnType<typeof assemble>,
  { clock, jira, pollMs }: ForgeHostOptions,
) {
  let isOpen = true;
  async function tick(): Promise<void> {
    await Promise.all([schedules.tick(), deliveries.tick()]);
    await deliveries.tick();
  }
  const inBackground = () => void tick().catch((error: unknown) => invocations.log(null, "error", String(error)));
  const timer = pollMs === null ? null : setInterval(inBackground, pollMs);
  timer?.unref();
  jira.onEvent((event) => isOpen && productEvents.send(event));
  clock.onMove(() => {
    if (isOpen) invocations.isolates.moveTime();
    if (isOpen && timer !== null) inBackground();
  });
  function stop(): void {
    isOpen = false;
    if (timer !== null) clearInterval(timer);
  }
  return { tick, stop };
}

async function invokeForJira(invocations: Invocations, functionKey: string, payload: unknown): Promise<unknown> {
  const outcome = await invocations.invoke({
    functionKey,
    moduleKey: functionKey,
    moduleType: "jira",
    payload,
    accountId: null,
  });
  if (outcome.kind === "failed") throw new Error(outcome.message);
  return outcome.value;
}

function assemble({ root, stateDir, clock, jira, site, sqlUrl }: ForgeHostOptions) {
  const manifest = readManifest(root);
  const state = openState(stateDir);
  const installation = createInstallation(manifest, state, site);
  const engine =
    sqlUrl === null ? createEmbeddedEngine(join(stateDir, "app.sqlite"), clock) : createServerEngine(sqlUrl);
  const realtime = createRealtime(clock);
  const meter = createMeter();
  const invocations = createInvocations({
    manifest,
    installation,
    clock,
    meter,
    answer: (invocation, meta, request) => answerPlatform(platform, { invocation, meta, request }),
  });
  const deliveries = createDeliveries(state, clock, async (parcel) =>
    invocations.invoke((parcel.kind === "event" ? queues : productEvents).invocation(parcel)),
  );
  const queues = createQueues(manifest, deliveries, clock);
  const productEvents = createProductEvents(manifest, deliveries, clock);
  const webTriggers = createWebTriggers({ manifest, state, siteUrl: site.siteUrl }, invocations.invoke);
  const schedules = createSchedules({ manifest, state, clock, cloudId: site.cloudId }, invocations.invoke);
  const bridge = createBridge({ manifest, installation, invocations, jira, realtime });
  const [keep, query] = [createKvs(state, clock), createSql(engine, clock)];
  const kvs = (request: HttpRequest) => meter.kvs(request, keep(request));
  const sql: Platform["sql"] = (request, invocation) => meter.sql(callerIn(invocation), () => query(request));
  const scopeOf = (frameId: string | null) => bridge.scopeOf(frameId);
  const platform: Platform = { manifest, jira, realtime, queues, webTriggers, kvs, sql, scopeOf };
  return {
    manifest,
    state,
    installation,
    engine,
    meter,
    invocations,
    deliveries,
    productEvents,
    webTriggers,
    schedules,
    bridge,
  };
}
