import type { Clock } from "../wire/clock";
import type { Caller, InstalledApp, ProductEvent } from "../wire/wire";
import type { Faults } from "./faults";
import type { Store } from "./store";

/** What every handler works on. One is made for each request, around a unit of work of its own. */
export interface Site {
  readonly store: Store;
  readonly clock: Clock;
  readonly siteUrl: string;
  readonly faults: Faults;
  /** Installed apps that are running, by app id. */
  readonly apps: ReadonlyMap<string, InstalledApp>;
  /** Told to the listeners once the writes are kept. */
  emit(event: ProductEvent): void;
}

/** The account a caller writes as: a person, the person an app acts for, or the app's own system user. */
export function actorOf(site: Site, caller: Caller): string | null {
  if (caller.kind === "anonymous") return null;
  if (caller.kind === "user") return caller.accountId;
  return caller.actingFor ?? site.store.collection("app").get(caller.appId)?.accountId ?? null;
}
