import { z } from "zod";
import type { HttpAnswer, HttpRequest } from "../wire";
import { empty, json, notPlayed } from "./answers";
import type { Queues } from "./queues";
import type { WebTriggers } from "./web-triggers";

const operation = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()).default({}) });
const created = z.object({ input: z.object({ triggerKey: z.string() }), forceCreate: z.boolean().nullish() });
const account = z.object({ accountId: z.string(), updatedAt: z.string() });

export interface Stargate {
  readonly queues: Queues;
  readonly webTriggers: WebTriggers;
  /** Status that Jira gives for a person; 404 once the account is closed. */
  readonly accountStatus: (accountId: string) => Promise<number>;
}

/** Atlassian's own gateway: queues, web trigger addresses and reports of personal data. */
export async function answerStargate(
  { queues, webTriggers, accountStatus }: Stargate,
  request: HttpRequest,
  depth: number,
): Promise<HttpAnswer> {
  const { path, body } = request;
  if (/^\/webhook\/queue\/(publish|stats|cancel)\//.test(path)) return queues.answer(path, body, depth);
  if (path === "/app/report-accounts") return reportAccounts(JSON.parse(body ?? "{}"), accountStatus);
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

async function reportAccounts(sent: unknown, accountStatus: Stargate["accountStatus"]): Promise<HttpAnswer> {
  const { accounts } = z.object({ accounts: z.array(account).max(90) }).parse(sent);
  const statuses = await Promise.all(accounts.map((each) => accountStatus(each.accountId)));
  const closed = accounts
    .filter((_, at) => statuses[at] === 404)
    .map(({ accountId }) => ({ accountId, status: "closed" }));
  return closed.length === 0 ? empty(204) : json(200, { accounts: closed });
}
