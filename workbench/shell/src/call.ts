import { z } from "zod";

/** A no from the server, with every sentence it gave. */
export class Failure extends Error {
  readonly status: number;

  constructor(status: number, sentences: readonly string[]) {
    super(sentences.join(" "));
    this.status = status;
  }
}

const token = document.querySelector("meta[name=workbench-token]")?.getAttribute("content") ?? "";

/** What every request of this page carries, so that the server knows it from one of another page's. */
export const proof = { "x-workbench-token": token };

export async function call(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(path, {
    method,
    headers: {
      ...proof,
      accept: "application/json",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer = parse(text);
  if (!response.ok) throw new Failure(response.status, sentences(answer, `${method} ${path}: ${response.status}`));
  return answer;
}

export async function read<T>(schema: z.ZodType<T>, path: string): Promise<T> {
  const read = schema.safeParse(await call("GET", path));
  if (!read.success) throw new Error(`This page cannot read the answer to ${path}. ${z.prettifyError(read.error)}`);
  return read.data;
}

/** A string as it came, else nothing: what a form field or an unknown attribute may hold. */
export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

export const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function parse(text: string): unknown {
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return { message: text };
  }
}

/** Jira says why in `errorMessages` and, per field, in `errors`; the workbench in `message`. */
function sentences(answer: unknown, otherwise: string): string[] {
  if (typeof answer !== "object" || answer === null) return [otherwise];
  const { errorMessages, errors, message } = { errorMessages: [], errors: {}, message: null, ...answer };
  const found = [
    ...(Array.isArray(errorMessages) ? errorMessages : []),
    ...(typeof errors === "object" && errors !== null ? Object.values(errors) : []),
    ...(message === null ? [] : [message]),
  ].map(String);
  return found.length > 0 ? found : [otherwise];
}
