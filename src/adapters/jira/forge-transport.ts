import api, { assumeTrustedRoute } from "@forge/api";
import type { Transport } from "./transport";

/** As the person at the screen. */
export const asPerson: Transport = (request) => send(api.asUser(), request);

/** As the app itself. */
export const asApp: Transport = (request) => send(api.asApp(), request);

type Sender = ReturnType<typeof api.asApp>;

const json = { Accept: "application/json", "Content-Type": "application/json" };

async function send(sender: Sender, { method, path, body }: Parameters<Transport>[0]): ReturnType<Transport> {
  const response = await sender.requestJira(assumeTrustedRoute(path), {
    method,
    headers: json,
    ...(body === null ? {} : { body }),
  });
  return { status: response.status, text: await response.text(), header: (name) => response.headers.get(name) };
}
