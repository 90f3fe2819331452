import type { Transport } from "./transport";

export interface Login {
  readonly site: string;
  readonly email: string;
  readonly token: string;
}

/** Jira over HTTP with a person's API token, as the command line uses it. */
export function basicTransport({ site, email, token }: Login): Transport {
  const root = site.replace(/\/+$/, "");
  const headers = {
    Accept: "application/json",
    "Content-Type": "application/json",
    Authorization: `Basic ${Buffer.from(`${email}:${token}`).toString("base64")}`,
  };
  return async ({ method, path, body }) => {
    const response = await fetch(`${root}${path}`, { method, headers, ...(body === null ? {} : { body }) });
    return { status: response.status, text: await response.text(), header: (name) => response.headers.get(name) };
  };
}
