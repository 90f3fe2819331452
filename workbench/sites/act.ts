import type { Replies, RequestName, RequestOf } from "#contract/requests";
import type { Reply } from "#contract/reply";
import type { Grounds } from "./site";

/** Calls Jira's REST API as a person, by e-mail; anything but success stops the seeding and says what was asked. */
export async function rest(
  grounds: Grounds,
  email: string,
  call: { method: string; path: string; body?: unknown },
): Promise<unknown> {
  const accountId = accountOf(grounds, email);
  const { method, path } = call;
  const body = call.body === undefined ? null : JSON.stringify(call.body);
  const headers = { "content-type": "application/json" };
  const answer = await grounds.jira.handle({ method, path, headers, body }, { kind: "user", accountId });
  if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.body}`);
  return answer.body === null || answer.body === "" ? null : JSON.parse(answer.body);
}

export function accountOf({ jira }: Grounds, email: string): string {
  const user = jira.store.collection("user").find((one) => one.email === email);
  if (user === null) throw new Error(`The site has no ${email}.`);
  return user.id;
}

/** A page of the app in somebody's hands. */
export interface Page {
  ask<N extends RequestName>(name: N, request: RequestOf<N>): Promise<Replies[N]>;
}

export function openPage(
  { forge, ...grounds }: Grounds,
  moduleKey: string,
  seen: { email: string; extension: Record<string, unknown> },
): Page {
  const accountId = accountOf({ forge, ...grounds }, seen.email);
  const { frameId } = forge.mount({ moduleKey, extension: seen.extension, accountId });
  return {
    async ask(name, request) {
      const reply = await forge.bridge(frameId, "invoke", { functionKey: name, payload: request });
      if (!isReply<Replies[typeof name]>(reply)) throw new Error(`${name} answered ${JSON.stringify(reply)}.`);
      if (!reply.ok) throw new Error(`${name}: ${reply.refusal.message} ${reply.refusal.mend}`);
      return reply.value;
    },
  };
}

/** The host hands on what the resolver answered; what is inside, the contract holds. */
function isReply<T>(value: unknown): value is Reply<T> {
  return typeof value === "object" && value !== null && "ok" in value;
}
