import { randomUUID } from "node:crypto";
import type { Manifest } from "./manifest";
import { settle } from "./state";
import type { State } from "./state";

export interface Site {
  readonly cloudId: string;
  /** Where the site answers; web triggers live below it at `/x1/…`. */
  readonly siteUrl: string;
  readonly timeZone: string;
}

/** Who the app is on this site, the same after every restart. */
export interface Installation extends Site {
  readonly appId: string;
  readonly environmentId: string;
  readonly installationId: string;
  readonly contextAri: string;
}

export function createInstallation(manifest: Manifest, state: State, site: Site): Installation {
  return {
    ...site,
    appId: manifest.appId.split("/").at(-1) ?? manifest.appId,
    environmentId: settle(state, "environmentId", randomUUID),
    installationId: settle(state, "installationId", randomUUID),
    contextAri: `ari:cloud:jira::site/${site.cloudId}`,
  };
}

export function extensionAri({ appId, environmentId }: Installation, moduleKey: string): string {
  return `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/${moduleKey}`;
}
