import type { HttpAnswer } from "../wire/wire";

export function json(status: number, body: unknown): HttpAnswer {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

export function empty(status: number): HttpAnswer {
  return { status, headers: {}, body: null };
}

/** A failure of the platform's own proxy, which `@forge/api` turns into an error by this header. */
export function proxyError(status: number, code: string, message: string): HttpAnswer {
  const answer = json(status, { code, message });
  return { ...answer, headers: { ...answer.headers, "forge-proxy-error": code } };
}

export function notPlayed(what: string): HttpAnswer {
  return proxyError(
    501,
    "NOT_PLAYED_BY_THE_WORKBENCH",
    `The workbench does not play ${what}. Add it under workbench/forge.`,
  );
}
