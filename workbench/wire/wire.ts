/** What the parts of the workbench say to each other: the embedded Jira, the Forge runtime and the shell meet only here. */

export interface HttpRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly path: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** Who calls Jira. An app call carries the scopes its manifest declares; `actingFor` is the person of an `asUser` call. */
export type Caller =
  | { readonly kind: "anonymous" }
  | { readonly kind: "user"; readonly accountId: string }
  | {
      readonly kind: "app";
      readonly appId: string;
      readonly scopes: readonly string[];
      readonly actingFor: string | null;
    };

/** One answered REST call, for the shell's log and for the tests that hold scopes and schemas. */
export interface CallRecord {
  readonly at: number;
  readonly caller: Caller;
  readonly method: string;
  readonly path: string;
  /** Route pattern as the OpenAPI document spells it, e.g. `/rest/api/3/issue/{issueIdOrKey}`; null for an unknown route. */
  readonly route: string | null;
  readonly status: number;
  readonly points: number;
  readonly requestBody: string | null;
  readonly responseBody: string | null;
}

/** A product event as Forge delivers it, e.g. `avi:jira:updated:issue`. */
export interface ProductEvent {
  readonly eventType: string;
  readonly selfGenerated: boolean;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The parts of an app's manifest that Jira itself acts on, and how Jira calls the app back. */
export interface InstalledApp {
  readonly appId: string;
  readonly environmentId: string;
  /** `modules` of the manifest, as read: Jira looks up `jira:customField`, `jira:workflowValidator`, `jira:jqlFunction`, … */
  readonly modules: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  /** Runs the function of a module, e.g. of a JQL function. */
  invoke(functionKey: string, payload: unknown): Promise<unknown>;
}

export interface JiraHost {
  handle(request: HttpRequest, caller: Caller): Promise<HttpAnswer>;
  install(app: InstalledApp): Promise<void>;
  onEvent(listener: (event: ProductEvent) => void): void;
  onCall(listener: (record: CallRecord) => void): void;
}
