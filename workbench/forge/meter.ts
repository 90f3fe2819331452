import { z } from "zod";
import type { HttpAnswer, HttpRequest } from "../wire/wire";
import type { Invocation } from "./invocations";

/** What Forge's price list counts. Time is measured here, where Jira answers at once: whoever reads it adds the waiting. */
export interface Spent {
  readonly invocations: number;
  readonly seconds: number;
  readonly sqlRequests: number;
  /** The same by who made them: a function, or what a page asked of the resolver. */
  readonly sqlBy: Readonly<Record<string, number>>;
  readonly sqlSeconds: number;
  readonly kvsReadBytes: number;
  readonly kvsWrittenBytes: number;
}

export type Meter = ReturnType<typeof createMeter>;

/** An empty read is billed as this much. */
const leastReadBytes = 1024;

export function createMeter() {
  let spent: Spent = {
    invocations: 0,
    seconds: 0,
    sqlRequests: 0,
    sqlBy: {},
    sqlSeconds: 0,
    kvsReadBytes: 0,
    kvsWrittenBytes: 0,
  };
  const since = (from: number) => (performance.now() - from) / 1000;

  return {
    spent: () => spent,
    async invocation<T>(run: () => Promise<T>): Promise<T> {
      const from = performance.now();
      const outcome = await run();
      spent = { ...spent, invocations: spent.invocations + 1, seconds: spent.seconds + since(from) };
      return outcome;
    },
    async sql(by: string, run: () => Promise<HttpAnswer>): Promise<HttpAnswer> {
      const from = performance.now();
      const answer = await run();
      const sqlBy = { ...spent.sqlBy, [by]: (spent.sqlBy[by] ?? 0) + 1 };
      spent = { ...spent, sqlRequests: spent.sqlRequests + 1, sqlBy, sqlSeconds: spent.sqlSeconds + since(from) };
      return answer;
    },
    kvs(request: HttpRequest, answer: HttpAnswer): HttpAnswer {
      const isRead = /\/(get|query)$/.test(request.path);
      const read = isRead ? Math.max(leastReadBytes, answer.body?.length ?? 0) : 0;
      const written = isRead ? 0 : (request.body?.length ?? 0);
      spent = {
        ...spent,
        kvsReadBytes: spent.kvsReadBytes + read,
        kvsWrittenBytes: spent.kvsWrittenBytes + written,
      };
      return answer;
    },
  };
}

const called = z.object({ call: z.object({ functionKey: z.string() }) });

export function callerIn(invocation: Invocation | null): string {
  return called.safeParse(invocation?.payload).data?.call.functionKey ?? invocation?.functionKey ?? "nobody";
}
