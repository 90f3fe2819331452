import { randomUUID } from "node:crypto";
import type { HttpAnswer, HttpRequest } from "../wire";
import type { Clock } from "../clock";
import type { Installation } from "./installation";
import { invocation as limits } from "./limits";
import type { AppFunction, Manifest } from "./manifest";
import { createRate } from "./rate";
import { createIsolate } from "./runtime/isolate";
import type { Isolate, IsolateOptions, Outcome } from "./runtime/isolate";
import { appRuntime, handlerContext } from "./runtime/app-runtime";

export interface Invocation {
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly moduleType: string;
  readonly payload: unknown;
  /** The person at the screen; null for work that nobody started. */
  readonly accountId: string | null;
  /** Names the mounted frame to realtime; null away from a screen. */
  readonly contextToken?: string | null;
  /** How many pushes of a queue led to this one. */
  readonly depth?: number;
}

export interface LogLine {
  readonly at: number;
  readonly invocationId: string | null;
  readonly functionKey: string | null;
  readonly level: string;
  readonly text: string;
}

export interface Invocations {
  readonly invoke: (invocation: Invocation) => Promise<Outcome>;
  readonly logs: () => readonly LogLine[];
  readonly log: (line: Pick<LogLine, "level" | "text"> & { readonly functionKey: string | null }) => void;
  readonly isolates: readonly Isolate[];
}

export interface InvocationOptions {
  readonly manifest: Manifest;
  readonly installation: Installation;
  readonly clock: Clock;
  /** Answers what the function asks of the platform. */
  readonly answer: (
    invocation: Invocation | null,
    meta: Readonly<Record<string, unknown>>,
    request: HttpRequest,
  ) => Promise<HttpAnswer>;
}

const keptLines = 2000;

export function createInvocations({ manifest, installation, clock, answer }: InvocationOptions): Invocations {
  const active = new Map<string, Invocation & { lines: number }>();
  const lines: LogLine[] = [];
  const perInstallation = createRate(clock, limits.perInstallation);
  const perUser = new Map<string, ReturnType<typeof createRate>>();

  function log(line: Omit<LogLine, "at">): void {
    lines.push({ at: clock.now(), ...line });
    if (lines.length > keptLines) lines.shift();
  }

  function isTooMany({ accountId }: Invocation): boolean {
    if (!perInstallation.take(1)) return true;
    if (accountId === null) return false;
    const rate = perUser.get(accountId) ?? createRate(clock, limits.perUser);
    perUser.set(accountId, rate);
    return !rate.take(1);
  }

  const isolateOptions: IsolateOptions = {
    memoryMb: manifest.memoryMb,
    egress: manifest.egress,
    boot: appRuntime({ manifest, installation, invocation: null, id: "boot" }),
    offset: () => Math.round(clock.now() - Date.now()),
    fetch: (id, meta, request) => answer(id === null ? null : (active.get(id) ?? null), meta, request),
    log(id, level, text) {
      const invocation = id === null ? undefined : active.get(id);
      if (invocation !== undefined && (invocation.lines += 1) > limits.logLines) return;
      log({ invocationId: id, functionKey: invocation?.functionKey ?? null, level, text });
    },
  };
  // Two processes, as the platform shares none between a screen's calls and background work: neither stalls the other, or sees its memory.
  const [screen, background] = [createIsolate(isolateOptions), createIsolate(isolateOptions)];

  async function run(fn: AppFunction, invocation: Invocation): Promise<Outcome> {
    const id = randomUUID();
    active.set(id, { ...invocation, lines: 0 });
    const outcome = await (invocation.accountId === null ? background : screen).run(id, {
      file: fn.file,
      exportName: fn.exportName,
      payload: invocation.payload,
      context: handlerContext(installation, invocation.accountId),
      runtime: appRuntime({ manifest, installation, invocation, id }),
      limitMs: secondsFor(fn, invocation.moduleType) * 1000,
    });
    active.delete(id);
    if (outcome.kind === "failed") {
      log({
        invocationId: id,
        functionKey: fn.key,
        level: "error",
        text: `${outcome.code}: ${outcome.stack || outcome.message}`,
      });
    }
    return outcome;
  }

  return {
    isolates: [screen, background],
    logs: () => lines,
    log: (line) => log({ invocationId: null, ...line }),
    async invoke(invocation) {
      const fn = manifest.functions.get(invocation.functionKey);
      if (fn === undefined) throw new Error(`The manifest has no function "${invocation.functionKey}".`);
      if (isTooMany(invocation)) return failure("The app was invoked more often than the platform permits.");
      const outcome = await run(fn, invocation);
      const bytes = outcome.kind === "returned" ? Buffer.byteLength(JSON.stringify(outcome.value) ?? "") : 0;
      return bytes > limits.responseBytes
        ? failure(`The function returned ${bytes} bytes; at most 5 MB pass.`)
        : outcome;
    },
  };
}

function failure(message: string): Outcome {
  return { kind: "failed", code: "FUNCTION_ERROR", message, stack: "" };
}

function secondsFor(fn: AppFunction, moduleType: string): number {
  if (moduleType === "consumer" || moduleType === "scheduledTrigger") {
    return Math.min(fn.timeoutSeconds ?? limits.longDefaultSeconds, limits.longMostSeconds);
  }
  const most =
    moduleType === "webtrigger" || moduleType === "action" ? limits.webTriggerSeconds : limits.defaultSeconds;
  return Math.min(fn.timeoutSeconds ?? most, most);
}
