import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { authenticate } from "../../workbench/jira/authenticate";
import type { Jira } from "../../workbench/jira/jira";

/** The embedded Jira over real HTTP with Basic authentication, on a free loopback port. */
export async function serveJira(jira: Jira): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    void (async () => {
      const headers = { authorization: request.headers.authorization ?? "" };
      const body = await text(request);
      const asked = {
        method: request.method ?? "GET",
        path: request.url ?? "/",
        headers,
        body: body === "" ? null : body,
      };
      const answer = await jira.handle(asked, authenticate(headers, jira.store));
      response.writeHead(answer.status, { ...answer.headers }).end(answer.body ?? undefined);
    })();
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return { url: `http://127.0.0.1:${address.port}`, close: () => void server.close() };
}
