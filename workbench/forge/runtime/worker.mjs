/** The inside of the app's isolate: the globals that the unmodified `@forge/*` packages look for, then the app's own bundle. */
import { AsyncLocalStorage } from "node:async_hooks";
import { createRequire } from "node:module";
import { Socket } from "node:net";
import { format } from "node:util";
import { parentPort, workerData } from "node:worker_threads";
import { EgressFilteringService } from "@forge/egress";

const tell = parentPort.postMessage.bind(parentPort);
const current = new AsyncLocalStorage();
const waiting = new Map();
const nobody = { done: false, runtime: dress(workerData.boot, Infinity) };
const require = createRequire(import.meta.url);
let calls = 0;
let offset = workerData.offset;

// Order matters: `@forge/api` captures fetch when it is imported, `@forge/kvs` looks at the runtime then.
guardEgress();
shiftTime();
captureConsole();
Object.defineProperty(globalThis, "__forge_runtime__", { get: () => (current.getStore() ?? nobody).runtime });
globalThis["__forge_fetch__"] = forgeFetch;

parentPort.on("message", (message) => {
  if (message.kind === "invoke") void invoke(message);
  if (message.kind === "offset") ({ offset } = message);
  if (message.kind === "answer") {
    waiting.get(message.call)?.(message);
    waiting.delete(message.call);
  }
});

async function invoke({ id, file, exportName, payload, context, runtime, limitMs }) {
  const store = { id, done: false, runtime: dress(runtime, performance.now() + limitMs) };
  const ended = { kind: "ended", id, result: null, error: null };
  await current.run(store, async () => {
    try {
      const handler = require(file)[exportName];
      if (typeof handler !== "function") throw new Error(`${file} exports no function "${exportName}".`);
      const result = JSON.stringify(await handler(payload, context));
      tell({ ...ended, result: result ?? null });
    } catch (error) {
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      tell({ ...ended, error: { message, stack: String(stack) } });
    }
    store.done = true;
  });
}

function dress(runtime, deadline) {
  const timing = { measure: () => ({ stop() {} }) };
  return {
    ...runtime,
    lambdaContext: {
      ...runtime.lambdaContext,
      getRemainingTimeInMillis: () => Math.max(0, deadline - performance.now()),
    },
    metrics: { counter: () => ({ incr() {} }), timing: () => timing, gauge: () => ({ set() {} }) },
    featureFlags: () => false,
  };
}

async function forgeFetch(meta, path, init = {}) {
  const store = current.getStore() ?? nobody;
  // On the platform the process is frozen by then, and the call is lost.
  if (store.done) throw new Error(`${path} was called after the function had returned. Await it.`);
  const request = new Response(init.body ?? null);
  const headers = new Headers({
    ...Object.fromEntries(request.headers),
    ...Object.fromEntries(new Headers(init.headers)),
  });
  const call = (calls += 1);
  const answered = new Promise((resolve) => waiting.set(call, resolve));
  tell({
    kind: "fetch",
    call,
    id: store.id ?? null,
    meta: JSON.parse(JSON.stringify(meta)),
    request: {
      method: (init.method ?? "GET").toUpperCase(),
      path: String(path),
      headers: Object.fromEntries(headers),
      body: init.body === undefined || init.body === null ? null : await request.text(),
    },
  });
  const { answer, error } = await answered;
  if (error !== undefined) throw new Error(error);
  return new Response([204, 205, 304].includes(answer.status) ? null : answer.body, answer);
}

function guardEgress() {
  const filter = new EgressFilteringService(workerData.egress);
  const { fetch } = globalThis;
  const refusal = (url) =>
    new Error(
      `URL not included in the external fetch backend permissions: ${url}. Visit go.atlassian.com/forge-egress for more information.`,
    );
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (!filter.isValidUrl(url.href)) throw refusal(url.href);
    return fetch(input, init);
  };
  // Without any permitted address, no other way out of the process may work either.
  if (workerData.egress.length > 0) return;
  Socket.prototype.connect = function connect(...args) {
    throw refusal(format("%j", args[0]));
  };
}

/** The workbench's clock may be ahead of the machine's; the app must see the same day as everybody else. */
function shiftTime() {
  const RealDate = Date;
  globalThis.Date = class Date extends RealDate {
    constructor(...args) {
      if (args.length === 0) super(RealDate.now() + offset);
      else super(...args);
    }
    static now() {
      return RealDate.now() + offset;
    }
  };
}

function captureConsole() {
  for (const level of ["debug", "log", "info", "warn", "error"]) {
    console[level] = (...args) =>
      tell({ kind: "log", id: current.getStore()?.id ?? null, level, text: format(...args) });
  }
}
