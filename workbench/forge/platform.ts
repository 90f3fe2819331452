import { z } from "zod";
import type { Caller, HttpAnswer, HttpRequest, JiraHost } from "../wire/wire";
import { notPlayed, proxyError } from "./answers";
import type { Invocation } from "./invocations";
import type { Manifest } from "./manifest";
import type { Realtime } from "./realtime";
import { answerStargate } from "./stargate";
import type { Queues } from "./queues";
import type { WebTriggers } from "./web-triggers";

const meta = z.object({
  type: z.string(),
  provider: z.string().optional(),
  remote: z.string().optional(),
  accountId: z.string().optional(),
  contextAri: z.string().optional(),
});
type Meta = z.infer<typeof meta>;

export interface Platform {
  readonly manifest: Manifest;
  readonly jira: JiraHost;
  readonly realtime: Realtime;
  readonly queues: Queues;
  readonly webTriggers: WebTriggers;
  readonly kvs: (request: HttpRequest) => HttpAnswer;
  readonly sql: (request: HttpRequest, invocation: Invocation | null) => Promise<HttpAnswer>;
  /** The product context that a frame shares its channels with. */
  readonly scopeOf: (frameId: string | null) => string | null;
}

/** Answers one `__forge_fetch__` by what it addresses; what the workbench does not play is named in a 501. */
export async function answerPlatform(
  platform: Platform,
  { invocation, meta: sent, request }: { invocation: Invocation | null; meta: unknown; request: HttpRequest },
): Promise<HttpAnswer> {
  const asked = meta.parse(sent);
  const { manifest } = platform;
  switch (asked.type) {
    case "kvs":
      return manifest.scopes.includes("storage:app") ? platform.kvs(request) : unscoped("storage:app");
    case "sql":
      if (manifest.modulesOf("sql").length === 0)
        return proxyError(403, "APP_NOT_ENABLED", "The manifest declares no sql module.");
      return platform.sql(request, invocation);
    case "realtime":
      return platform.realtime.answer(request, platform.scopeOf(invocation?.contextToken ?? null));
    case "fpp":
      if (asked.remote === "jira") return answerJira(platform, asked, { invocation, request });
      if (asked.remote === "stargate") return answerStargate(platform, request, invocation?.depth ?? 0);
      return notPlayed(`the product "${asked.remote ?? asked.contextAri ?? "unnamed"}"`);
    default:
      return notPlayed(`calls of type "${asked.type}" (${request.path})`);
  }
}

function unscoped(scope: string): HttpAnswer {
  return proxyError(403, "INSUFFICIENT_SCOPE", `The manifest lacks the scope ${scope}.`);
}

async function answerJira(
  { jira, manifest }: Platform,
  { provider, accountId }: Meta,
  { invocation, request }: { invocation: Invocation | null; request: HttpRequest },
): Promise<HttpAnswer> {
  if (provider === "app") return jira.handle(request, appCaller(manifest, null));
  if (provider !== "user") return notPlayed("requestJira without asUser() or asApp()");
  const person = invocation?.accountId ?? null;
  // Acting for somebody who is not at the screen needs impersonation, which the manifest would have to ask for.
  if (person === null || (accountId !== undefined && accountId !== person)) {
    return proxyError(401, "NEEDS_AUTHENTICATION_ERR", "Nobody is at the screen whom this call could act for.");
  }
  return jira.handle(request, appCaller(manifest, person));
}

export function appCaller({ appId, scopes }: Manifest, actingFor: string | null): Caller {
  return { kind: "app", appId, scopes, actingFor };
}
