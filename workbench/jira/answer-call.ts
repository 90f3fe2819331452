import { setTimeout as sleep } from "node:timers/promises";
import type { CallRecord, Caller, HttpAnswer, HttpRequest, ProductEvent } from "../wire/wire";
import type { FaultKind, Faults } from "./faults";
import type { LimitReason, Meter, Metered } from "./limits";
import { Problem, unauthenticated } from "./problem";
import type { Answer, Found } from "./router";
import { refreshIndex } from "./search/index-lag";
import { actorOf, type Site } from "./site";

export interface Parts {
  readonly find: (method: string, path: string) => Found | null;
  readonly meter: Meter;
  readonly open: (emit: (event: ProductEvent) => void) => Site;
  readonly faults: Faults;
  readonly tell: (event: ProductEvent) => void;
  readonly log: (record: CallRecord) => void;
}

/** A connection that broke; whoever serves HTTP destroys the socket instead of answering. */
export class ConnectionCut extends Error {
  override readonly name = "ConnectionCut";
}

const removed =
  "The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046";
const anonymousRoutes = ["/rest/api/3/serverInfo"];

/** One request from door to door: troubles, route, caller, limits, handler, commit, log. */
export async function answerCall(parts: Parts, request: HttpRequest, caller: Caller): Promise<HttpAnswer> {
  const asked = { ...addressOf(request), caller, body: request.body };
  const found = parts.find(asked.method, asked.path);
  const pending: ProductEvent[] = [];
  const site = parts.open((event) => pending.push(event));
  refreshIndex(site);
  const at = site.clock.now();
  const fault = parts.faults.take(`${asked.method} ${asked.path}`);
  if (fault === "timeout") await sleep(parts.faults.delayMs);
  const metered = meteredCall(found, caller);
  const answer = await settled(site, async () => {
    const early = refusedAtDoor(asked, found) ?? limited(parts, metered) ?? troubled(fault, parts.faults);
    return early ?? handled(site, asked, found);
  });
  const isKept = answer.status < 400;
  const points = metered === null || answer.status === 429 ? 0 : costOf(metered, answer);
  parts.meter.spend(caller, points);
  const responseBody = answer.body === null ? null : JSON.stringify(answer.body);
  const route = found?.route.pattern ?? null;
  const record = { at, caller, method: asked.method, path: request.path, route, status: answer.status, points };
  parts.log({ ...record, requestBody: request.body, responseBody });
  // What tells of a failure survives the failure; everything else tells of a write that was kept.
  for (const event of pending) if (isKept || event.eventType.startsWith("avi:jira:failed:")) parts.tell(event);
  if (fault === "cut" || fault === "lost-connection") throw new ConnectionCut(`${asked.method} ${request.path}`);
  if (fault === "lost-answer") return sent({ status: 500, body: internal }, {});
  return sent(answer, metered === null ? {} : parts.meter.headers(metered));
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly version: 2 | 3;
  readonly caller: Caller;
  readonly body: string | null;
}

function addressOf(request: HttpRequest): Pick<Asked, "method" | "path" | "query" | "version"> {
  const { pathname, searchParams: query } = new URL(request.path, "http://site");
  const path = pathname.replace(/^\/rest\/api\/(2|latest)\//, "/rest/api/3/").replace(/(.)\/$/, "$1");
  return { method: request.method.toUpperCase(), path, query, version: pathname.startsWith("/rest/api/2/") ? 2 : 3 };
}

/** Keeps what a good answer wrote and takes back what a refused one did. */
async function settled(site: Site, run: () => Promise<Answer>): Promise<Answer> {
  try {
    const answer = await run();
    if (answer.status < 400) site.store.commit();
    else site.store.rollback();
    return answer;
  } catch (error) {
    site.store.rollback();
    if (error instanceof Problem) return { status: error.status, body: error.body };
    throw error;
  }
}

function refusedAtDoor({ method, path, caller }: Asked, found: Found | null): Answer | null {
  if (path === "/rest/api/3/search") throw new Problem(410, [removed]);
  if (found === null) throw missing(method, path);
  const { pattern, scopes } = found.route;
  if (caller.kind === "anonymous" && !anonymousRoutes.includes(pattern)) throw unauthenticated();
  if (caller.kind !== "app" || scopes.every((scope) => caller.scopes.includes(scope))) return null;
  return { status: 401, body: { code: 401, message: "Unauthorized; scope does not match" } };
}

function limited({ meter }: Parts, metered: Metered | null): Answer | null {
  const refused = metered === null ? null : meter.admit(metered);
  return refused === null ? null : tooMany(refused.reason, refused.retryAfterSeconds);
}

async function handled(site: Site, { caller, query, version, body }: Asked, found: Found | null): Promise<Answer> {
  if (found === null) throw new Problem(404, []);
  const { params, route } = found;
  const accountId = actorOf(site, caller) ?? "";
  return route.handler({ site, caller, accountId, params, query, body: parsed(body), version });
}

const internal = { errorMessages: ["Internal server error"], errors: {} };

function troubled(fault: FaultKind | null, { retryAfterSeconds }: Faults): Answer | null {
  switch (fault) {
    case "jira-quota-global-based":
    case "jira-quota-tenant-based":
    case "jira-burst-based":
    case "jira-per-issue-on-write":
      return tooMany(fault, retryAfterSeconds);
    case "error":
    case "cut":
      return { status: 500, body: internal };
    case "timeout":
    case "lost-answer":
    case "lost-connection":
    case null:
      return null;
  }
}

function tooMany(reason: LimitReason, seconds: number): Answer {
  const headers = { "retry-after": String(seconds), "ratelimit-reason": reason };
  return { status: 429, body: { errorMessages: ["Rate limit exceeded."], errors: {} }, headers };
}

function missing(method: string, path: string): Problem {
  const [, , , , resource = ""] = path.split("/");
  const file = /^(bulk|issue|comment|worklog|changelog|task)/.test(resource)
    ? "issues/ or bulk/"
    : "config/ or search/";
  return new Problem(501, [
    `The workbench does not play ${method} ${path}. Add a route to a file in workbench/jira/${file} and list it in workbench/jira/routes.ts.`,
  ]);
}

function meteredCall(found: Found | null, caller: Caller): Metered | null {
  if (found === null) return null;
  const { method, pattern } = found.route;
  const issue = method === "GET" ? null : (found.params["issueIdOrKey"] ?? null);
  return { caller, method, pattern, issue };
}

/** A write is 1 point; a read is 1 and what it lists, people counting twice. */
function costOf({ method, pattern }: Metered, { points, body }: Answer): number {
  if (points !== undefined) return points;
  if (method !== "GET") return 1;
  const lists = Array.isArray(body) ? [body] : Object.values(Object(body)).filter((value) => Array.isArray(value));
  const objects = lists.length === 0 ? 1 : Math.max(...lists.map((list) => list.length));
  return 1 + objects * (/\/(user|users|group|myself)\b/.test(pattern) ? 2 : 1);
}

function parsed(body: string | null): unknown {
  if (body === null || body === "") return undefined;
  try {
    return JSON.parse(body);
  } catch {
    throw new Problem(400, ["There was an error parsing JSON. Check that your request body is valid."]);
  }
}

function sent({ status, body, headers }: Answer, limits: Record<string, string>): HttpAnswer {
  const type: Record<string, string> = body === null ? {} : { "content-type": "application/json;charset=UTF-8" };
  return { status, headers: { ...type, ...limits, ...headers }, body: body === null ? null : JSON.stringify(body) };
}
