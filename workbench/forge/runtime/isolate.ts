import { Worker } from "node:worker_threads";
import type { HttpAnswer, HttpRequest } from "../../wire";
import { projectFile } from "../project-file";
import { failure } from "./outcome";
import type { Outcome } from "./outcome";
import { parseWorkerMessage } from "./worker-message";
import type { WorkerMessage } from "./worker-message";

export interface Call {
  readonly file: string;
  readonly exportName: string;
  readonly payload: unknown;
  readonly context: unknown;
  readonly runtime: Readonly<Record<string, unknown>>;
  readonly limitMs: number;
}

export interface IsolateOptions {
  readonly memoryMb: number;
  readonly egress: readonly string[];
  readonly boot: Readonly<Record<string, unknown>>;
  readonly offset: () => number;
  /** Answers one `__forge_fetch__` of the invocation. */
  readonly fetch: (id: string | null, meta: unknown, request: HttpRequest) => Promise<HttpAnswer>;
  readonly log: (id: string | null, level: string, text: string) => void;
}

export type Isolate = ReturnType<typeof createIsolate>;
type Process = ReturnType<typeof startProcess>;

/** One warm process, replaced when it has died or there is a newer bundle; calls under way may end in the old one. */
export function createIsolate(options: IsolateOptions) {
  const living = new Set<Process>();
  let current: Process | null = null;
  return {
    run(id: string, call: Call): Promise<Outcome> {
      for (const each of living) if (each.isGone()) living.delete(each);
      if (current === null || current.isRetired()) living.add((current = startProcess(options)));
      return current.run(id, call);
    },
    reload: () => current?.retire(),
    moveTime: () => living.forEach((each) => each.send({ kind: "offset", offset: options.offset() })),
    close: () => Promise.all([...living].map((each) => each.terminate())),
  };
}

function startProcess(options: IsolateOptions) {
  const worker = startWorker(options);
  const send = worker.postMessage.bind(worker);
  const running = new Map<string, (outcome: Outcome) => void>();
  let [isRetired, isGone] = [false, false];

  function end(id: string, outcome: Outcome): void {
    running.get(id)?.(outcome);
    running.delete(id);
    if (isRetired && running.size === 0) void worker.terminate();
  }
  function retire(): void {
    isRetired = true;
    if (running.size === 0) void worker.terminate();
  }
  function die(outcome: Outcome): void {
    isRetired = true;
    for (const id of running.keys()) end(id, outcome);
  }

  worker.on("message", (sent: unknown) => {
    const message = parseWorkerMessage(sent);
    if (message.kind === "log") options.log(message.id, message.level, message.text);
    else if (message.kind === "ended") end(message.id, outcomeOf(message));
    else if (message.id === null || running.has(message.id)) void answer(options, message).then(send);
  });
  worker.on("error", (error) => {
    const isFull = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
    die(failure(isFull ? "FUNCTION_OUT_OF_MEMORY" : "FUNCTION_PLATFORM_UNKNOWN_ERROR", error.message, error.stack));
  });
  worker.on("exit", () => {
    isGone = true;
    die(failure("FUNCTION_PLATFORM_UNKNOWN_ERROR", "The process ended."));
  });

  function run(id: string, { limitMs, ...call }: Call): Promise<Outcome> {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const timer = setTimeout(() => {
      retire();
      end(id, failure("FUNCTION_TIME_OUT", `The function ran longer than ${limitMs / 1000} s and was stopped.`));
    }, limitMs);
    running.set(id, resolve);
    send({ kind: "invoke", id, limitMs, ...call });
    return promise.finally(() => clearTimeout(timer));
  }
  return { run, retire, send, isRetired: () => isRetired, isGone: () => isGone, terminate: () => worker.terminate() };
}

function outcomeOf({ result, error }: Extract<WorkerMessage, { kind: "ended" }>): Outcome {
  if (error !== null) return failure("FUNCTION_ERROR", error.message, error.stack);
  return { kind: "returned", value: result === null ? undefined : JSON.parse(result) };
}

async function answer(options: IsolateOptions, message: Extract<WorkerMessage, { kind: "fetch" }>): Promise<unknown> {
  const { call, id, meta, request } = message;
  try {
    return { kind: "answer", call, answer: await options.fetch(id, meta, request) };
  } catch (error) {
    return { kind: "answer", call, error: error instanceof Error ? String(error.stack) : String(error) };
  }
}

function startWorker({ memoryMb, egress, boot, offset }: IsolateOptions): Worker {
  return new Worker(projectFile("workbench/forge/runtime/worker.mjs"), {
    workerData: { egress, boot, offset: offset() },
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    // The platform gives an app nothing of the machine it runs on.
    env: { NODE_ENV: "production" },
    execArgv: [],
  });
}
