import { watch } from "node:fs";
import { join } from "node:path";
import type { Server } from "node:http";
import type { Clock } from "./wire/clock";
import { createForgeHost } from "./forge/host";
import type { ForgeHost } from "./forge/host";
import { readManifest } from "./forge/manifest";
import { projectFile } from "./forge/project-file";
import { seedBareSite, seedPeople } from "./jira/config/bare-site";
import { createJira } from "./jira/jira";
import type { Jira } from "./jira/jira";
import { openDoors } from "./server";
import { createCallLog } from "./shell/server/call-log";
import { createHub } from "./shell/server/hub";
import type { Hub } from "./shell/server/hub";
import { listenPair } from "./shell/server/listen";
import type { House, Running } from "./shell/server/running";
import { clockIn, emptyFolder, isSeeded, lockFolder, markSeeded } from "./shell/server/state-folder";
import type { Grounds } from "./sites/site";
import { siteStart } from "./sites/site";
import type { InstalledApp } from "./wire/wire";

export interface StartOptions {
  /** The frames take the next one; 0 takes any two that are free. */
  readonly port?: number;
  /** Deletes what the state folder keeps. */
  readonly fresh?: boolean;
  readonly site?: "demo" | "empty";
  readonly stateDir?: string | null;
  readonly quiet?: boolean;
  /** Folder of another app's manifest. */
  readonly root?: string;
  readonly sqlUrl?: string | null;
}

export interface Workbench {
  readonly url: string;
  readonly frameUrl: string;
  readonly stop: () => Promise<void>;
  readonly jira: Jira;
  readonly forge: ForgeHost;
  readonly clock: Clock;
  /** Done once the demo's own usage has come in up to now. */
  readonly reported: () => Promise<void>;
}

const usualPort = 8090;
const pollMs = 500;

interface Plan {
  readonly site: "demo" | "empty";
  readonly folder: string;
  readonly root: string;
  readonly url: string;
  readonly hub: Hub;
  readonly sqlUrl: string | null;
}

/** Runs the built app against an embedded Jira site and opens the page around it. */
export async function startWorkbench(options: StartOptions): Promise<Workbench> {
  const { site = "demo", port = usualPort, quiet = false } = options;
  const folder = options.stateDir ?? projectFile(`.state/${site}`);
  const unlock = lockFolder(folder);
  if (options.fresh === true) emptyFolder(folder);
  const say = quiet ? () => undefined : (line: string) => process.stderr.write(`${line}\n`);
  const pair = await listenPair(port);
  if (port !== 0 && pair.port !== port) say(`Port ${port} is taken; using ${pair.port}.`);
  const [url, frameUrl] = [`http://localhost:${pair.port}`, `http://127.0.0.1:${pair.framePort}`];
  const hub = createHub();
  const plan = { site, folder, root: options.root ?? projectFile("."), url, hub, sqlUrl: options.sqlUrl ?? null };
  let running = await openSite(plan, say);
  const house: House = {
    current: () => running,
    hub,
    url,
    frameUrl,
    async reset() {
      await closeSite(running);
      emptyFolder(folder);
      running = await openSite(plan, say);
    },
  };
  openDoors(house, pair);
  const unwatch = watchBuild(plan.root, house);
  return {
    url,
    frameUrl,
    get jira() {
      return running.jira;
    },
    get forge() {
      return running.forge;
    },
    get clock() {
      return running.clock;
    },
    reported: () => running.reported(),
    async stop() {
      unwatch();
      hub.close();
      await Promise.all([closeServer(pair.host), closeServer(pair.frames)]);
      await closeSite(running);
      unlock();
    },
  };
}

async function openSite(plan: Plan, say: (line: string) => unknown): Promise<Running> {
  const { folder, root, url, hub, site } = plan;
  if (!isSeeded(folder)) emptyFolder(folder);
  const clock = clockIn(folder, siteStart(site));
  const jira = createJira({ stateDir: join(folder, "jira"), clock, siteUrl: url });
  const seen = observed(jira);
  const forge = await createForgeHost({
    root,
    stateDir: join(folder, "forge"),
    clock,
    jira: seen.jira,
    site: { cloudId: "11223344-a1b2-4c33-8d44-112233445566", siteUrl: url, timeZone: "UTC" },
    sqlUrl: plan.sqlUrl,
    pollMs,
  });
  const isNew = !isSeeded(folder);
  if (isNew) {
    seedBareSite(jira, clock.now());
    seedPeople(jira);
    jira.store.commit();
  }
  await forge.installApp();
  const calls = createCallLog();
  jira.onCall(calls.add);
  clock.onMove(() => hub.tell({ kind: "clock", now: clock.now() }));
  jira.onEvent(({ eventType, payload }) => {
    const key = keyOf(payload);
    if (key !== null) hub.tell({ kind: "work-item", key, eventType });
  });
  const running = { site, jira, forge, clock, manifest: readManifest(root), app: seen.app(), calls, refusals: [] };
  if (isNew && site === "demo") await seedDemo({ jira, forge, clock, stateDir: folder }, say);
  if (isNew) markSeeded(folder);
  const reported = site === "demo" ? await follow({ jira, forge, clock, stateDir: folder }) : async () => {};
  return { ...running, reported };
}

async function seedDemo(grounds: Grounds, say: (line: string) => unknown): Promise<void> {
  say("Making the demo site …");
  const { seedSite } = await import("./sites/seed-site");
  await seedSite(grounds, "demo");
}

/** The demo's usage flows in as its clock is moved. */
async function follow(grounds: Grounds): Promise<() => Promise<void>> {
  const { followClock } = await import("./sites/usage-feed");
  return followClock(grounds, "crm-2026");
}

/** Jira is told of the app by the runtime; the page needs to know it too. */
function observed(jira: Jira): { readonly jira: Jira; readonly app: () => InstalledApp } {
  let installed: InstalledApp | null = null;
  const install = (app: InstalledApp) => {
    installed = app;
    return jira.install(app);
  };
  const app = () => {
    if (installed === null) throw new Error("The app is not installed.");
    return installed;
  };
  return { jira: { ...jira, install }, app };
}

function keyOf(payload: Readonly<Record<string, unknown>>): string | null {
  const { key } = { key: null, ...Object(payload["issue"]) };
  return typeof key === "string" ? key : null;
}

async function closeSite({ forge, jira }: Running): Promise<void> {
  await forge.close();
  jira.close();
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

const settleMs = 300;

/** A rebuilt app is used at once: the back end boots anew and the frames load again. */
function watchBuild(root: string, house: House): () => void {
  let due: NodeJS.Timeout | undefined;
  const watcher = watch(join(root, "dist"), { recursive: true }, (_, file) => {
    if (file === null || !/^(backend|ui)/.test(file)) return;
    clearTimeout(due);
    due = setTimeout(() => {
      house.current().forge.reload();
      house.hub.tell({ kind: "reloaded" });
    }, settleMs);
  });
  watcher.unref();
  return () => {
    clearTimeout(due);
    watcher.close();
  };
}
