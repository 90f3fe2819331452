import type { Clock } from "../wire/clock";
import type { CallRecord, Caller, HttpAnswer, HttpRequest, InstalledApp, JiraHost, ProductEvent } from "../wire/wire";
import { answerCall, type Parts } from "./answer-call";
import { installApp } from "./config/install-app";
import { createFaults, type Faults } from "./faults";
import { createMeter } from "./limits";
import { createFinder } from "./router";
import { routes } from "./routes";
import type { Site } from "./site";
import { openDatabase, type Store } from "./store";

export interface Jira extends JiraHost {
  /** For seeding and for looking: call `commit()` after writing. */
  readonly store: Store;
  readonly faults: Faults;
  close(): void;
}

/** One Jira Cloud site, kept in a folder or, with null, in memory alone. */
export function createJira(options: { stateDir: string | null; clock: Clock; siteUrl: string }): Jira {
  const database = openDatabase(options.stateDir);
  const faults = createFaults();
  const apps = new Map<string, InstalledApp>();
  const events: ((event: ProductEvent) => void)[] = [];
  const calls: ((record: CallRecord) => void)[] = [];
  const { clock, siteUrl } = options;
  const parts: Parts = {
    find: createFinder(routes),
    meter: createMeter(clock, faults),
    open: (emit): Site => ({ store: database.begin(), clock, siteUrl, faults, apps, emit }),
    faults,
    tell: (event) => events.forEach((listener) => listener(event)),
    log: (record) => calls.forEach((listener) => listener(record)),
  };
  const store = database.begin();
  return {
    store,
    faults,
    handle: (request: HttpRequest, caller: Caller): Promise<HttpAnswer> => answerCall(parts, request, caller),
    async install(app) {
      apps.set(app.appId, app);
      const site = parts.open(() => undefined);
      installApp(site, app);
      site.store.commit();
    },
    onEvent: (listener) => void events.push(listener),
    onCall: (listener) => void calls.push(listener),
    close: () => database.close(),
  };
}
