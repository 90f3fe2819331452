import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { ConnectionCut } from "./jira/answer-call";
import { authenticate } from "./jira/authenticate";
import { people } from "./jira/config/bare-site";
import { api } from "./shell/server/api";
import { pageFile, pageFor, pagePolicy } from "./shell/server/page-files";
import type { House } from "./shell/server/running";
import { createSessions } from "./shell/server/sessions";
import type { Session, Sessions } from "./shell/server/sessions";
import type { Caller, HttpAnswer, HttpRequest } from "./wire/wire";

/** More than a web trigger takes, so that the refusal of what is too large comes from the platform. */
const bodyBytes = 8_000_000;

interface Visit {
  readonly house: House;
  readonly sessions: Sessions;
  readonly request: HttpRequest;
  readonly response: ServerResponse;
}

/** Opens both origins: the site with the page around the modules, and the one that the app's frames are served from. */
export function openDoors(house: House, { host, frames }: { readonly host: Server; readonly frames: Server }): void {
  const sessions = createSessions(Number(new URL(house.url).port));
  host.on("request", (incoming, response) => {
    const visit = async () => {
      const request = await readRequest(incoming);
      const refusal = unreadable(request) ?? foreign(request, house.url);
      if (refusal !== null) return send(response, refusal);
      return answer({ house, sessions, request, response });
    };
    visit().catch((error: unknown) => fail(response, error));
  });
  frames.on("request", (incoming, response) => {
    const own = new URL(house.frameUrl).host;
    if (incoming.method !== "GET" || incoming.headers.host !== own)
      return send(response, say(403, "This address only serves frames."));
    const { status, headers, body } = house
      .current()
      .forge.serveFrame({ path: incoming.url ?? "/", hostOrigin: house.url });
    response.writeHead(status, headers).end(body);
  });
}

async function answer(visit: Visit): Promise<void> {
  const { house, request, response } = visit;
  const { jira, forge } = house.current();
  if (request.path.startsWith("/x1/")) {
    const answered = await forge.webTrigger(request);
    // Senders set their clocks by the site's, which may have been moved.
    const date = new Date(house.current().clock.now()).toUTCString();
    return send(response, { ...answered, headers: { ...answered.headers, date } });
  }
  if (request.path.startsWith("/rest/"))
    return send(response, await jira.handle(withoutCookie(request), callerOf(visit)));
  if (request.path.startsWith("/_workbench/")) return answerApi(visit);
  return request.method === "GET" ? sendPage(visit) : send(response, say(405, "This page is only read."));
}

/** Whatever reads the address further in may take it for one that can be decoded. */
function unreadable({ path }: HttpRequest): HttpAnswer | null {
  try {
    decodeURIComponent(path.split("?")[0] ?? "");
    return null;
  } catch {
    return say(400, "The address is not a readable one: a % stands without its two digits.");
  }
}

/** Another site's page may make a browser send requests here: what names another host or comes from another origin is refused. */
function foreign({ method, headers }: HttpRequest, url: string): HttpAnswer | null {
  const { port } = new URL(url);
  const isOurs = [`localhost:${port}`, `127.0.0.1:${port}`].includes(headers["host"] ?? "");
  if (!isOurs) return say(403, `The workbench answers only as ${url}.`);
  const origin = headers["origin"];
  return method === "GET" || origin === undefined || origin === url ? null : say(403, `${origin} may not write here.`);
}

/** Basic authentication is anybody with a token; without it, a session reads as its persona and writes with its token. */
function callerOf({ house, sessions, request: { method, headers } }: Visit): Caller {
  if (headers["authorization"] !== undefined) return authenticate(headers, house.current().jira.store);
  const session = sessions.of(headers);
  if (session === null || (method !== "GET" && !sessions.proves(session, headers))) return { kind: "anonymous" };
  return { kind: "user", accountId: session.accountId };
}

async function answerApi({ house, sessions, request, response }: Visit): Promise<void> {
  const session = sessions.of(request.headers);
  if (session === null || !sessions.proves(session, request.headers)) {
    return send(response, say(403, "The workbench was started anew. Reload the page."));
  }
  const [name = "", rest = ""] = request.path.slice("/_workbench/".length).split("/");
  if (name === "events") return house.hub.join(response);
  const found = api[`${request.method} ${name}`];
  if (found === undefined) return send(response, say(404, `The workbench has no ${request.method} ${name}.`));
  try {
    const body: unknown = JSON.parse(request.body ?? "null");
    send(response, json(200, (await found({ house, session, rest, body }, house.current())) ?? null));
  } catch (error) {
    send(response, json(400, { message: error instanceof Error ? error.message : String(error) }));
  }
}

function sendPage({ house, sessions, request, response }: Visit): void {
  const { pathname, search } = new URL(request.path, house.url);
  const file = pageFile(pathname);
  if (file !== null) {
    response.writeHead(200, { "content-type": file.type, "cache-control": "no-cache" }).end(file.body);
    return;
  }
  // The numeric address is the same site as the frames' origin; the name keeps the two apart.
  if (request.headers["host"] !== new URL(house.url).host) {
    response.writeHead(302, { location: house.url + pathname + search }).end();
    return;
  }
  const session = sessions.of(request.headers) ?? sessions.open(firstPersona(house));
  send(response, {
    status: 200,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": pagePolicy(house.frameUrl),
      "set-cookie": sessions.cookie(session),
    },
    body: pageFor(session.token),
  });
}

function firstPersona(house: House): Session["accountId"] {
  const [administrator] = people;
  return (
    house
      .current()
      .jira.store.collection("user")
      .find(({ email }) => email === administrator.email)?.id ?? ""
  );
}

async function readRequest(incoming: IncomingMessage): Promise<HttpRequest> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming) {
    const part = Buffer.from(chunk);
    bytes += part.length;
    if (bytes > bodyBytes) throw new TooLarge();
    chunks.push(part);
  }
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, [value].flat().join(", ")]),
  );
  const body = bytes === 0 ? null : Buffer.concat(chunks).toString("utf8");
  return { method: incoming.method ?? "GET", path: incoming.url ?? "/", headers, body };
}

class TooLarge extends Error {}

function fail(response: ServerResponse, error: unknown): void {
  if (error instanceof ConnectionCut) response.destroy();
  else if (error instanceof TooLarge)
    send(response, { ...say(413, "The body is larger than 8 MB."), headers: { connection: "close" } });
  else {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    send(response, json(500, { message: "The workbench failed; its terminal says how." }));
  }
}

function withoutCookie(request: HttpRequest): HttpRequest {
  const { cookie: _, ...headers } = request.headers;
  return { ...request, headers };
}

const say = (status: number, message: string): HttpAnswer => json(status, { message });

function json(status: number, body: unknown): HttpAnswer {
  return {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store" },
    body: JSON.stringify(body),
  };
}

function send(response: ServerResponse, { status, headers, body }: HttpAnswer): void {
  response.writeHead(status, { "x-content-type-options": "nosniff", ...headers }).end(body ?? undefined);
}
