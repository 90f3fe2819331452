import { Worker } from "node:worker_threads";
import type { HttpAnswer, HttpRequest } from "../../wire/wire";
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

type Process = ReturnType<typeof startProcess>;

/** Enough for a screen that asks several things at once; a process more costs a tenth of a second. */
const keptWarm = 4;

/** As on the platform, a process serves one invocation at a time and may stay warm for the next, with what it keeps in memory. */
export function createIsolates(options: IsolateOptions) {
  const living = new Set<Process>();
  let warm: Process[] = [];
  let generation = 0;
  return {
    async run(id: string, call: Call): Promise<Outcome> {
      const born = generation;
      warm = warm.filter((each) => each.isAlive());
      const process = warm.pop() ?? startProcess(options);
      living.add(process);
      const outcome = await process.run(id, call);
      const isFit = outcome.kind === "returned" || outcome.code === "FUNCTION_ERROR";
      if (isFit && born === generation && warm.length < keptWarm) warm.push(process);
      else {
        living.delete(process);
        void process.terminate();
      }
      return outcome;
    },
    /** Later calls meet the newest bundle; those under way end in the process they began in. */
    reload(): void {
      generation += 1;
      for (const each of warm.splice(0)) void each.terminate();
    },
    moveTime: () => living.forEach((each) => each.send({ kind: "offset", offset: options.offset() })),
    async close(): Promise<void> {
      generation += 1;
      warm = [];
      await Promise.all([...living].map((each) => each.terminate()));
    },
  };
}

function startProcess(options: IsolateOptions) {
  const worker = startWorker(options);
  const send = worker.postMessage.bind(worker);
  let end: (outcome: Outcome) => void = () => {};
  let isAlive = true;
  worker.on("message", (sent: unknown) => {
    const message = parseWorkerMessage(sent);
    if (message.kind === "log") options.log(message.id, message.level, message.text);
    else if (message.kind === "ended") end(outcomeOf(message));
    else void answer(options, message).then(send);
  });
  worker.on("error", (error) => {
    // Work that nobody awaited may fail when its function has long returned; then only the log can tell.
    options.log(null, "error", String(error.stack));
    const isFull = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
    end(failure(isFull ? "FUNCTION_OUT_OF_MEMORY" : "FUNCTION_PLATFORM_UNKNOWN_ERROR", error.message, error.stack));
  });
  worker.on("exit", () => {
    isAlive = false;
    end(failure("FUNCTION_PLATFORM_UNKNOWN_ERROR", "The process ended."));
  });

  function run(id: string, { limitMs, ...call }: Call): Promise<Outcome> {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const late = failure("FUNCTION_TIME_OUT", `The function ran longer than ${limitMs / 1000} s and was stopped.`);
    const timer = setTimeout(resolve, limitMs, late);
    end = resolve;
    send({ kind: "invoke", id, limitMs, ...call });
    return promise.finally(() => clearTimeout(timer));
  }
  return { run, send, isAlive: () => isAlive, terminate: () => worker.terminate() };
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
