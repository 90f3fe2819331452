import { z } from "zod";
import type { Caller } from "../wire/wire";
import { invalidPayload } from "./problem";
import type { Site } from "./site";

export interface Call {
  readonly site: Site;
  readonly caller: Caller;
  /** The account that reads and writes. */
  readonly accountId: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** 2 carries plain text where 3 carries ADF. */
  readonly version: 2 | 3;
}

export interface Answer {
  readonly status: number;
  /** null sends no body. */
  readonly body: unknown;
  /** What the call costs an app; without it a write is 1 and a read is 1 and what it lists. */
  readonly points?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Handler = (call: Call) => Answer | Promise<Answer>;
export type Method = "GET" | "POST" | "PUT" | "DELETE";

export interface Route {
  readonly method: Method;
  /** As the OpenAPI document spells it. */
  readonly pattern: string;
  readonly scopes: readonly string[];
  readonly handler: Handler;
}

export function route(
  method: Method,
  pattern: string,
  { scopes, handler }: { scopes: readonly string[]; handler: Handler },
): Route {
  return { method, pattern, scopes, handler };
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function created(body: unknown): Answer {
  return { status: 201, body };
}

export const noContent: Answer = { status: 204, body: null };

/** Reads a request body; what does not fit is refused in Jira's words. */
export function readBody<T>(schema: z.ZodType<T>, { body }: Call): T {
  const read = schema.safeParse(body);
  if (!read.success) throw invalidPayload();
  return read.data;
}

/** A list parameter, sent as `a,b` or by repeating its name. */
export function listOf(query: URLSearchParams, name: string): readonly string[] {
  return query
    .getAll(name)
    .flatMap((value) => value.split(","))
    .map((value) => value.trim())
    .filter((value) => value !== "");
}

export function numberOf(query: URLSearchParams, name: string, otherwise: number): number {
  const value = Number.parseInt(query.get(name) ?? "", 10);
  return Number.isNaN(value) ? otherwise : Math.max(0, value);
}

/** One page of a list, with the five keys the live site always sends. */
export function pageOf<T>(
  all: readonly T[],
  query: URLSearchParams,
  size = 50,
): { isLast: boolean; maxResults: number; startAt: number; total: number; values: readonly T[] } {
  const startAt = numberOf(query, "startAt", 0);
  const maxResults = Math.min(numberOf(query, "maxResults", size), 1000);
  const values = all.slice(startAt, startAt + maxResults);
  return { isLast: startAt + values.length >= all.length, maxResults, startAt, total: all.length, values };
}

export interface Found {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds the route of a path whose version is already written as 3; a literal step wins over a parameter. */
export function createFinder(routes: readonly Route[]): (method: string, path: string) => Found | null {
  const table = routes.map((entry) => ({ entry, steps: entry.pattern.split("/") }));
  table.sort((left, right) => parameters(left.steps) - parameters(right.steps));
  return (method, path) => {
    const steps = path.split("/");
    for (const candidate of table) {
      if (candidate.entry.method !== method || candidate.steps.length !== steps.length) continue;
      const params = match(candidate.steps, steps);
      if (params !== null) return { route: candidate.entry, params };
    }
    return null;
  };
}

function parameters(steps: readonly string[]): number {
  return steps.filter((step) => step.startsWith("{")).length;
}

function match(pattern: readonly string[], steps: readonly string[]): Record<string, string> | null {
  const params: Record<string, string> = {};
  for (const [at, wanted] of pattern.entries()) {
    const step = steps[at] ?? "";
    if (wanted.startsWith("{")) params[wanted.slice(1, -1)] = decodeURIComponent(step);
    else if (wanted !== step) return null;
  }
  return params;
}
