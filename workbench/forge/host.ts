import { join } from "node:path";
import type { HttpAnswer, HttpRequest, JiraHost } from "../wire";
import type { Clock } from "../clock";
import { createBridge, channelScope } from "./bridge";
import type { Frame, MountRequest } from "./bridge";
import { createDeliveries } from "./deliveries";
import { serveFrame } from "./frames";
import type { FrameAnswer } from "./frames";
import { createInstallation } from "./installation";
import type { Site } from "./installation";
import { createInvocations } from "./invocations";
import type { LogLine } from "./invocations";
import { createKvs } from "./kvs/kvs";
import { readManifest } from "./manifest";
import { answerPlatform, appCaller } from "./platform";
import type { Platform } from "./platform";
import { createProductEvents } from "./product-events";
import { createQueues } from "./queues";
import { createRealtime } from "./realtime";
import type { Outcome } from "./runtime/isolate";
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
  readonly close: () => Promise<void>;
}

export interface InvokedBy {
  readonly moduleKey: string;
  /** Decides the time limit, e.g. `action` for a Rovo action. */
  readonly moduleType: string;
  readonly accountId: string | null;
}

/** One app on one site: its isolate, all that the platform keeps for it, and the doors through which the world reaches it. */
export async function createForgeHost(options: ForgeHostOptions): Promise<ForgeHost> {
  const { root, stateDir, clock, jira, site } = options;
  const manifest = readManifest(root);
  const state = openState(stateDir);
  const installation = createInstallation(manifest, state, site);
  const engine =
    options.sqlUrl === null
      ? createEmbeddedEngine(join(stateDir, "app.sqlite"), clock)
      : createServerEngine(options.sqlUrl);
  const realtime = createRealtime(clock);
  const invocations = createInvocations({
    manifest,
    installation,
    clock,
    answer: (invocation, meta, request) => answerPlatform(platform, { invocation, meta, request }),
  });
  const deliveries = createDeliveries(state, clock, (parcel) =>
    invocations.invoke((parcel.kind === "event" ? queues : productEvents).invocation(parcel)),
  );
  const queues = createQueues(manifest, deliveries, clock);
  const productEvents = createProductEvents(manifest, deliveries, clock);
  const webTriggers = createWebTriggers({ manifest, state, siteUrl: site.siteUrl }, invocations.invoke);
  const schedules = createSchedules({ manifest, state, clock, cloudId: site.cloudId }, invocations.invoke);
  const bridge = createBridge({ manifest, installation, invocations, jira, realtime });
  const platform: Platform = {
    manifest,
    jira,
    realtime,
    queues,
    webTriggers,
    kvs: createKvs(state, clock),
    sql: createSql(engine, clock),
    channelScope(contextToken) {
      const frame = contextToken === null ? null : bridge.find(contextToken);
      return frame === null ? null : channelScope(frame);
    },
    async accountStatus(accountId) {
      const path = `/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`;
      return (await jira.handle({ method: "GET", path, headers: {}, body: null }, appCaller(manifest, null))).status;
    },
  };

  async function tick(): Promise<void> {
    await schedules.tick();
    await deliveries.tick();
  }
  const inBackground = () =>
    void tick().catch((error: unknown) => invocations.log({ functionKey: null, level: "error", text: String(error) }));
  const timer = options.pollMs === null ? null : setInterval(inBackground, options.pollMs);
  timer?.unref();
  jira.onEvent((event) => productEvents.send(event));
  let isOpen = true;
  clock.onMove(() => {
    if (!isOpen) return;
    for (const each of invocations.isolates) each.moveTime();
    if (timer !== null) inBackground();
  });

  return {
    async installApp() {
      await jira.install({
        appId: manifest.appId,
        environmentId: installation.environmentId,
        modules: manifest.modules,
        async invoke(functionKey, payload) {
          const outcome = await invocations.invoke({
            functionKey,
            moduleKey: functionKey,
            moduleType: "jira",
            payload,
            accountId: null,
          });
          if (outcome.kind === "failed") throw new Error(outcome.message);
          return outcome.value;
        },
      });
      await schedules.tick();
    },
    mount: bridge.mount,
    unmount: bridge.unmount,
    bridge: bridge.call,
    serveFrame: (request) =>
      serveFrame({ manifest, find: bridge.find, offset: () => Math.round(clock.now() - Date.now()) }, request),
    webTrigger: webTriggers.answer,
    webTriggerUrl: (moduleKey) => webTriggers.create(moduleKey, "reuse"),
    invokeFunction: (functionKey, payload, by) => invocations.invoke({ functionKey, payload, ...by }),
    tick,
    reload: () => invocations.isolates.forEach((each) => each.reload()),
    logs: invocations.logs,
    async close() {
      isOpen = false;
      if (timer !== null) clearInterval(timer);
      deliveries.stop();
      await Promise.all(invocations.isolates.map((each) => each.close()));
      await engine.close();
      state.close();
    },
  };
}
