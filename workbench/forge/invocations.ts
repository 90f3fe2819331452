import { randomUUID } from "node:crypto";
import type { HttpAnswer, HttpRequest } from "../wire/wire";
import type { Clock } from "../wire/clock";
import type { Installation } from "./installation";
import { invocation as limits } from "./limits";
import type { AppFunction, Manifest } from "./manifest";
import type { Meter } from "./meter";
import { createRate } from "./rate";
import { appRuntime, handlerContext } from "./runtime/app-runtime";
import { createIsolates } from "./runtime/isolate";
import type { IsolateOptions } from "./runtime/isolate";
import { failure } from "./runtime/outcome";
import type { Outcome } from "./runtime/outcome";

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
  readonly functionKey: string | null;
  readonly level: string;
  readonly text: string;
}

interface Given {
  readonly manifest: Manifest;
  readonly installation: Installation;
  readonly clock: Clock;
  readonly meter: Meter;
  /** Answers what the function asks of the platform. */
  readonly answer: (invocation: Invocation | null, meta: unknown, request: HttpRequest) => Promise<HttpAnswer>;
}

export type Invocations = ReturnType<typeof createInvocations>;
const keptLines = 2000;

export function createInvocations({ manifest, installation, clock, meter, answer }: Given) {
  const active = new Map<string | null, Invocation & { lines: number }>();
  const lines: LogLine[] = [];
  const isTooMany = createInvocationRate(clock);
  const log = (functionKey: string | null, level: string, text: string): void => {
    if (lines.push({ at: clock.now(), functionKey, level, text }) > keptLines) lines.shift();
  };
  const options: IsolateOptions = {
    memoryMb: manifest.memoryMb,
    egress: manifest.egress,
    boot: appRuntime({ manifest, installation, invocation: null, id: "boot" }),
    offset: () => Math.round(clock.now() - Date.now()),
    fetch: (id, meta, request) => answer(active.get(id) ?? null, meta, request),
    log(id, level, text) {
      const invocation = active.get(id);
      if (invocation === undefined || (invocation.lines += 1) <= limits.logLines)
        log(invocation?.functionKey ?? null, level, text);
    },
  };
  const isolates = createIsolates(options);

  async function run(fn: AppFunction, invocation: Invocation): Promise<Outcome> {
    const id = randomUUID();
    active.set(id, { ...invocation, lines: 0 });
    const outcome = await isolates.run(id, {
      ...fn,
      payload: invocation.payload,
      context: handlerContext(installation, invocation.accountId),
      runtime: appRuntime({ manifest, installation, invocation, id }),
      limitMs: secondsFor(fn, invocation.moduleType) * 1000,
    });
    active.delete(id);
    if (outcome.kind === "failed") log(fn.key, "error", `${outcome.code}: ${outcome.stack || outcome.message}`);
    return outcome;
  }

  async function invoke(invocation: Invocation): Promise<Outcome> {
    const fn = manifest.functions.get(invocation.functionKey);
    if (fn === undefined) throw new Error(`The manifest has no function "${invocation.functionKey}".`);
    if (isTooMany(invocation))
      return failure("FUNCTION_ERROR", "The app was invoked more often than the platform permits.");
    const outcome = await meter.invocation(() => run(fn, invocation));
    const bytes = outcome.kind === "returned" ? Buffer.byteLength(JSON.stringify(outcome.value) ?? "") : 0;
    return bytes > limits.responseBytes
      ? failure("FUNCTION_ERROR", `The function returned ${bytes} bytes; at most 5 MB pass.`)
      : outcome;
  }
  return { invoke, log, logs: (): readonly LogLine[] => lines, isolates };
}

function createInvocationRate(clock: Clock): (invocation: Invocation) => boolean {
  const perInstallation = createRate(clock, limits.perInstallation);
  const perUser = new Map<string, ReturnType<typeof createRate>>();
  return ({ accountId }) => {
    if (!perInstallation.take(1)) return true;
    if (accountId === null) return false;
    const rate = perUser.get(accountId) ?? createRate(clock, limits.perUser);
    perUser.set(accountId, rate);
    return !rate.take(1);
  };
}

function secondsFor({ timeoutSeconds }: AppFunction, moduleType: string): number {
  if (moduleType === "consumer" || moduleType === "scheduledTrigger")
    return timeoutSeconds ?? limits.longDefaultSeconds;
  const most =
    moduleType === "webtrigger" || moduleType === "action" ? limits.webTriggerSeconds : limits.defaultSeconds;
  return Math.min(timeoutSeconds ?? most, most);
}
