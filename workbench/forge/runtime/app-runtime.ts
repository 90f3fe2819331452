import type { Installation } from "../installation";
import type { Invocation } from "../invocations";
import type { Manifest } from "../manifest";

interface Given {
  readonly manifest: Manifest;
  readonly installation: Installation;
  readonly invocation: Invocation | null;
  readonly id: string;
}

/** The data of `__forge_runtime__`. There is no `kvs`: with it, `@forge/kvs` would take the address of its store from here at import. */
export function appRuntime({ manifest, installation, invocation, id }: Given): Record<string, unknown> {
  const { appId, environmentId, installationId, contextAri } = installation;
  const trace = id.replaceAll("-", "");
  return {
    proxy: { token: "", url: "" },
    contextAri,
    container: { runtime: "nodejs24.x", appCodeDir: manifest.root },
    appContext: {
      appId,
      appVersion: "1.0.0",
      environmentId,
      environmentType: "DEVELOPMENT",
      installationId,
      invocationId: id,
      functionKey: invocation?.functionKey ?? "",
      moduleType: invocation?.moduleType ?? "",
      moduleKey: invocation?.moduleKey ?? "",
      installation: { ari: `ari:cloud:ecosystem::installation/${installationId}`, contexts: [contextAri] },
      permissions: { scopes: manifest.scopes, external: manifest.permissions["external"] ?? {} },
    },
    aaid: invocation?.accountId ?? undefined,
    lambdaContext: { awsRequestId: id },
    tracing: { traceId: trace, spanId: trace.slice(0, 16) },
    realtime: { contextToken: invocation?.contextToken ?? undefined },
  };
}

/** The second argument of every handler. */
export function handlerContext(
  { contextAri, installationId }: Installation,
  accountId: string | null,
): Record<string, unknown> {
  return {
    installContext: contextAri,
    installation: { ari: `ari:cloud:ecosystem::installation/${installationId}`, contexts: [contextAri] },
    ...(accountId === null ? {} : { principal: { accountId } }),
  };
}
