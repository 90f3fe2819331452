import type { Client } from "jira.js/core";
import type { Spent } from "#app/ports";
import { isRead } from "./transport";
import type { JiraRequest, Transport } from "./transport";
import { refusalOf } from "./refused";

export interface JiraClient extends Client {
  /** For the few endpoints and bodies that jira.js does not spell. */
  ask(request: Asked): Promise<unknown>;
  spent(): Spent;
}

export interface Asked extends Omit<JiraRequest, "body"> {
  readonly body?: unknown;
}

/** jira.js over any transport. What Jira refuses is thrown as a refusal a person can act on. */
export function createClient(transport: Transport): JiraClient {
  let spent: Spent = { reads: 0, writes: 0, points: 0 };
  const ask = async ({ method, path, body }: Asked): Promise<Json> => {
    const request = { method, path, body: body === undefined || body === null ? null : JSON.stringify(body) };
    const answer = await transport(request);
    const value = readBody(answer.text);
    spent = add(spent, isRead(request) ? { reads: 1, writes: 0 } : { reads: 0, writes: 1 }, pointsOf(request, value));
    if (answer.status >= 400) throw refusalOf(answer.status, value);
    return value;
  };
  return {
    ask,
    spent: () => spent,
    async sendRequest<T>(options: Parameters<Client["sendRequest"]>[0]): Promise<T> {
      const query = queryOf(options.searchParams ?? {});
      const method = methodOf(options.method);
      // jira.js promises the type of each endpoint; every answer is read by a schema of ours before it is used.
      return await ask({ method, path: `${options.url}${query}`, body: options.body });
    },
  };
}

/** What `JSON.parse` gives: trusted by nobody until a schema has read it. */
type Json = ReturnType<typeof JSON.parse>;

function methodOf(name: string | undefined): JiraRequest["method"] {
  if (name === "POST" || name === "PUT" || name === "DELETE") return name;
  return "GET";
}

function queryOf(params: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const one of [value].flat()) if (one !== undefined && one !== null) query.append(name, text(one));
  }
  return query.size === 0 ? "" : `?${query.toString()}`;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function readBody(body: string): Json {
  try {
    return body === "" ? null : JSON.parse(body);
  } catch {
    return body;
  }
}

/** One for the call and one for each work item it reads or makes. */
function pointsOf(request: JiraRequest, value: unknown): number {
  const issues = typeof value === "object" && value !== null && "issues" in value ? value.issues : null;
  const count = Array.isArray(issues) ? issues.length : 0;
  return isRead(request) ? 1 + count : Math.max(1, count);
}

function add(spent: Spent, call: Pick<Spent, "reads" | "writes">, points: number): Spent {
  return { reads: spent.reads + call.reads, writes: spent.writes + call.writes, points: spent.points + points };
}
