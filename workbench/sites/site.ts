import type { Clock } from "../wire/clock";
import type { ForgeHost } from "../forge/host";
import type { Jira } from "../jira/jira";

/** What a site is seeded through: the same doors that people, pages and senders use. */
export interface Grounds {
  readonly jira: Jira;
  readonly forge: ForgeHost;
  readonly clock: Clock;
  readonly stateDir: string;
}

export type SiteName = "demo" | "empty";

/** When a new site's clock begins; null is now. The demo always tells the same months, whatever the year it is run in. */
export function siteStart(name: SiteName): number | null {
  return name === "demo" ? Date.parse("2026-09-07T08:00:00Z") : null;
}
