import { z } from "zod";
import type { HttpAnswer, HttpRequest } from "../wire/wire";
import { empty, json, notPlayed } from "./answers";
import { appCaller } from "./platform";
import type { Platform } from "./platform";
import type { WebTriggers } from "./web-triggers";

const operation = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()).default({}) });
const created = z.object({ input: z.object({ triggerKey: z.string() }), forceCreate: z.boolean().nullish() });
const account = z.object({ accountId: z.string(), updatedAt: z.string() });

/** Atlassian's own gateway: queues, web trigger addresses and reports of personal data. */
export async function answerStargate(
  { queues, webTriggers, jira, manifest }: Platform,
  request: HttpRequest,
  depth: number,
): Promise<HttpAnswer> {
  const { path, body } = request;
  if (/^\/webhook\/queue\/(publish|stats|cancel)\//.test(path)) return queues.answer(path, body, depth);
  if (path === "/app/report-accounts")
    return reportAccounts(JSON.parse(body ?? "{}"), (query) => jira.handle(query, appCaller(manifest, null)));
  if (path === "/graphql") return answerGraphql(webTriggers, operation.parse(JSON.parse(body ?? "{}")));
  return notPlayed(`Atlassian's ${path}`);
}

function answerGraphql(webTriggers: WebTriggers, { query, variables }: z.infer<typeof operation>): HttpAnswer {
  if (query.includes("forge_app_createWebTriggerUrl")) {
    const { input, forceCreate } = created.parse(variables);
    const url = webTriggers.create(input.triggerKey, forceCreate === true ? "renew" : "reuse");
    if (url === null)
      return json(200, { errors: [{ message: `The manifest has no web trigger "${input.triggerKey}".` }] });
    return json(200, { data: { createWebTriggerUrl: { url } } });
  }
  if (query.includes("forge_app_deleteWebTriggerUrl")) {
    const success = webTriggers.delete(z.string().parse(variables["id"]));
    return json(200, {
      data: { deleteWebTriggerUrl: { success, message: success ? "" : "There is no such web trigger." } },
    });
  }
  if (query.includes("forge_app_webTriggerUrlsByAppContext"))
    return json(200, { data: { webTriggerUrlsByAppContext: webTriggers.list() } });
  return notPlayed(`the GraphQL operation ${query.trim().slice(0, 60)}`);
}

/** An account that Jira no longer knows has been closed; the others are merely noted. */
async function reportAccounts(sent: unknown, ask: (request: HttpRequest) => Promise<HttpAnswer>): Promise<HttpAnswer> {
  const { accounts } = z.object({ accounts: z.array(account).max(90) }).parse(sent);
  const paths = accounts.map(({ accountId }) => `/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`);
  const answers = await Promise.all(paths.map((path) => ask({ method: "GET", path, headers: {}, body: null })));
  const closed = accounts
    .filter((_, at) => answers[at]?.status === 404)
    .map(({ accountId }) => ({ accountId, status: "closed" }));
  return closed.length === 0 ? empty(204) : json(200, { accounts: closed });
}
