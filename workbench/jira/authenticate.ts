import type { Caller } from "../wire/wire";
import type { Store } from "./store";

/** Basic authentication: the e-mail of any active person with any token. Only a loopback server may offer this. */
export function authenticate(headers: Readonly<Record<string, string>>, store: Store): Caller {
  const [scheme, credentials] = (headers["authorization"] ?? "").split(" ");
  if (scheme?.toLowerCase() !== "basic" || credentials === undefined) return { kind: "anonymous" };
  const [email, token] = Buffer.from(credentials, "base64").toString("utf8").split(":");
  const user = store.collection("user").find((known) => known.email === email && known.active);
  return user === null || token === undefined || token === ""
    ? { kind: "anonymous" }
    : { kind: "user", accountId: user.id };
}
