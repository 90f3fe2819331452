import { Worker } from "node:worker_threads";
import type { HttpAnswer, HttpRequest } from "../../wire";
import { projectFile } from "../project-file";
import { invocation } from "../limits";
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

export type Outcome =
  | { readonly kind: "returned"; readonly value: unknown }
  | { readonly kind: "failed"; readonly code: FailureCode; readonly message: string; readonly stack: string };

/** The first two and the last are the retry reasons of `@forge/events`. */
export type FailureCode =
  | "FUNCTION_TIME_OUT"
  | "FUNCTION_OUT_OF_MEMORY"
  | "FUNCTION_ERROR"
  | "FUNCTION_PLATFORM_UNKNOWN_ERROR";

export interface IsolateOptions {
  readonly memoryMb: number;
  readonly egress: readonly string[];
  readonly boot: Readonly<Record<string, unknown>>;
  readonly offset: () => number;
  /** Answers one `__forge_fetch__` of the invocation. */
  readonly fetch: (
    id: string | null,
    meta: Readonly<Record<string, unknown>>,
    request: HttpRequest,
  ) => Promise<HttpAnswer>;
  readonly log: (id: string | null, level: string, text: string) => void;
}

export interface Isolate {
  readonly run: (id: string, call: Call) => Promise<Outcome>;
  /** Later calls meet a fresh process with the newest bundle; calls under way finish in the old one. */
  readonly reload: () => void;
  readonly moveTime: () => void;
  readonly close: () => Promise<void>;
}

interface Process {
  readonly worker: Worker;
  readonly send: (message: unknown) => void;
  readonly running: Map<string, (outcome: Outcome) => void>;
  retired: boolean;
}

export function createIsolate(options: IsolateOptions): Isolate {
  let process: Process | null = null;
  const living = new Set<Process>();

  function retire(old: Process | null): void {
    if (old === null) return;
    old.retired = true;
    if (process === old) process = null;
    if (old.running.size === 0) void old.worker.terminate();
  }

  function boot(): Process {
    const worker = startWorker(options);
    const fresh: Process = { worker, send: worker.postMessage.bind(worker), running: new Map(), retired: false };
    living.add(fresh);
    fresh.worker.on("message", (sent: unknown) => void receive(fresh, parseWorkerMessage(sent)));
    fresh.worker.on("error", (error) => {
      const code =
        "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY"
          ? "FUNCTION_OUT_OF_MEMORY"
          : "FUNCTION_PLATFORM_UNKNOWN_ERROR";
      endAll(fresh, { kind: "failed", code, message: error.message, stack: String(error.stack) });
    });
    fresh.worker.on("exit", () => {
      living.delete(fresh);
      endAll(fresh, {
        kind: "failed",
        code: "FUNCTION_PLATFORM_UNKNOWN_ERROR",
        message: "The process ended.",
        stack: "",
      });
    });
    return fresh;
  }

  function endAll(dead: Process, outcome: Outcome): void {
    for (const id of dead.running.keys()) end(dead, id, outcome);
    retire(dead);
  }

  function end(host: Process, id: string, outcome: Outcome): void {
    host.running.get(id)?.(outcome);
    host.running.delete(id);
    if (host.retired && host.running.size === 0) void host.worker.terminate();
  }

  async function receive(from: Process, message: WorkerMessage): Promise<void> {
    switch (message.kind) {
      case "log":
        return options.log(message.id, message.level, message.text);
      case "done":
        return end(from, message.id, {
          kind: "returned",
          value: message.result === null ? undefined : JSON.parse(message.result),
        });
      case "failed":
        return end(from, message.id, {
          kind: "failed",
          code: "FUNCTION_ERROR",
          message: message.message,
          stack: message.stack,
        });
      case "fetch":
        if (message.id !== null && !from.running.has(message.id)) return;
        from.send(await answerOf(options, message));
    }
  }

  return {
    run(id, { limitMs, ...call }) {
      const host = (process ??= boot());
      return new Promise<Outcome>((resolve) => {
        const message = `The function ran longer than ${limitMs / 1000} s and was stopped.`;
        const timer = setTimeout(() => {
          retire(host);
          end(host, id, { kind: "failed", code: "FUNCTION_TIME_OUT", message, stack: "" });
        }, limitMs);
        host.running.set(id, (outcome) => {
          clearTimeout(timer);
          resolve(outcome);
        });
        host.send({ kind: "invoke", id, limitMs, ...call });
      });
    },
    reload: () => retire(process),
    moveTime() {
      for (const { send } of living) send({ kind: "offset", offset: options.offset() });
    },
    async close() {
      await Promise.all([...living].map((each) => each.worker.terminate()));
    },
  };
}

async function answerOf(
  options: IsolateOptions,
  { call, id, meta, request }: Extract<WorkerMessage, { kind: "fetch" }>,
): Promise<unknown> {
  try {
    return { kind: "answer", call, answer: await options.fetch(id, meta, request) };
  } catch (error) {
    return { kind: "answer", call, error: error instanceof Error ? String(error.stack) : String(error) };
  }
}

function startWorker({ memoryMb, egress, boot, offset }: IsolateOptions): Worker {
  return new Worker(projectFile("workbench/forge/runtime/worker.mjs"), {
    workerData: { egress, boot, offset: offset() },
    resourceLimits: { maxOldGenerationSizeMb: Math.min(memoryMb, invocation.memoryMostMb) },
    // The platform gives an app nothing of the machine it runs on.
    env: { NODE_ENV: "production" },
    execArgv: [],
  });
}
