import { randomBytes } from "node:crypto";

/** One browser. The cookie says who it is; the token, written into the page alone, proves that the page itself asks. */
export interface Session {
  readonly id: string;
  readonly token: string;
  accountId: string;
}

export interface Sessions {
  readonly of: (headers: Headers) => Session | null;
  readonly open: (accountId: string) => Session;
  readonly cookie: (session: Session) => string;
  readonly proves: (session: Session, headers: Headers) => boolean;
}

type Headers = Readonly<Record<string, string>>;

/** Cookies do not tell ports apart, so the name does: two workbenches can be open side by side. */
export function createSessions(port: number): Sessions {
  const name = `workbench-${port}`;
  const known = new Map<string, Session>();
  const random = () => randomBytes(24).toString("base64url");
  return {
    of(headers) {
      const cookies = (headers["cookie"] ?? "").split("; ").map((pair) => pair.split("="));
      return known.get(cookies.find(([key]) => key === name)?.[1] ?? "") ?? null;
    },
    open(accountId) {
      const session = { id: random(), token: random(), accountId };
      known.set(session.id, session);
      return session;
    },
    cookie: ({ id }) => `${name}=${id}; Path=/; HttpOnly; SameSite=Strict`,
    proves: ({ token }, headers) => headers["x-workbench-token"] === token,
  };
}
