import type { Clock } from "../../wire/clock";
import type { ForgeHost } from "../../forge/host";
import type { Manifest } from "../../forge/manifest";
import type { Jira } from "../../jira/jira";
import type { InstalledApp } from "../../wire/wire";
import type { CallLog } from "./call-log";
import type { Hub } from "./hub";

/** A site that runs, as the doors to it need it. A reset puts another in its place. */
export interface Running {
  readonly site: string;
  readonly jira: Jira;
  readonly forge: ForgeHost;
  readonly clock: Clock;
  readonly manifest: Manifest;
  readonly app: InstalledApp;
  readonly calls: CallLog;
  /** Done once the demo's own usage has come in up to now. */
  readonly reported: () => Promise<void>;
  /** What the shell itself refused on behalf of the app, e.g. an unknown command of the bridge. */
  readonly refusals: { readonly at: number; readonly level: string; readonly text: string }[];
}

export interface House {
  readonly current: () => Running;
  /** Deletes everything and begins the site anew. */
  readonly reset: () => Promise<void>;
  readonly hub: Hub;
  readonly url: string;
  readonly frameUrl: string;
}
